// A web request and its answer, and who decides about them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "integration/http.hpp"

namespace host_stub {

struct RequestHead {
  std::string method;  // as sent: "GET", "HEAD", or any other token
  std::string path;    // as sent, percent-encoding included; starts with '/', or is "*"
  std::string query;   // without the '?'
  std::vector<integration::Header> headers;
  std::string peer;  // the client's address, without its port
};

struct WebRequest : RequestHead {
  std::string body;
  bool bodyWithheld = false;  // larger than was admitted, so left out
};

// The server adds Content-Length, Connection, Date and the security headers; `headers` may replace
// Cache-Control only.
struct WebResponse {
  int status = 200;
  std::vector<integration::Header> headers;
  std::string body;
};

// What a request may go on to be, decided from its head.
struct Admission {
  static constexpr std::size_t kDefaultBodyLimit = std::size_t{4} * 1024 * 1024;

  std::size_t bodyLimit = kDefaultBodyLimit;
  std::optional<WebResponse> answer = {};  // given at once, the body unread
  bool handleTooLarge = false;             // a larger body is dropped and the rest handled, instead of a 413
};

class WebHandler {
 public:
  virtual ~WebHandler() = default;
  // Runs on the server's one network thread: must not block.
  virtual Admission admit(const RequestHead& head) = 0;
  // Thread-safe; a complete request. HEAD is handled like GET, the server leaves the body out. Throwing
  // answers 500.
  virtual WebResponse handle(const WebRequest& request) = 0;
};

}  // namespace host_stub
