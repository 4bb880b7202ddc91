// An answer on its way to a client: Beast's serializer with this server's rules for headers.
#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/http/serializer.hpp>
#include <boost/beast/http/string_body.hpp>
#include <optional>

#include "net/server/heap_bytes.hpp"
#include "net/server/web.hpp"

namespace host_stub {

class ResponseWriter {
 public:
  struct Form {
    bool keepAlive = true;
    bool withBody = true;  // false for HEAD: the length of the body is told all the same
  };
  enum class Sent { all, part, broken };

  // Throws std::invalid_argument for a header that would break the message; the body is taken only if it
  // doesn't throw.
  ResponseWriter(WebResponse& response, Form form);
  ResponseWriter(const ResponseWriter&) = delete;
  ResponseWriter& operator=(const ResponseWriter&) = delete;

  // Sends what the non-blocking socket takes.
  Sent send(boost::asio::ip::tcp::socket& socket);

  std::size_t held() const { return heapBytes(message_.body()); }

 private:
  using Message = boost::beast::http::response<boost::beast::http::string_body>;

  Message message_;
  boost::beast::http::response_serializer<boost::beast::http::string_body> serializer_;
  const bool withBody_;
};

}  // namespace host_stub
