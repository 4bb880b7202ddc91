// Turns the bytes of a connection into requests, within limits. No input or output of its own.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "net/server/web.hpp"

namespace host_stub {

class RequestReader {
 public:
  static constexpr std::size_t kMaxHead = std::size_t{32} * 1024;
  static constexpr std::size_t kMaxHeaders = 100;
  static constexpr std::size_t kMaxTarget = std::size_t{8} * 1024;

  enum class State {
    reading,    // needs more bytes
    admission,  // the head is there: admit() decides about the body
    complete,   // take() gives the request
    refused,    // refusal() says with which status; nothing more can be read
  };

  explicit RequestReader(std::string peer);
  ~RequestReader();

  State feed(std::string_view bytes);
  // Goes on to the body. Larger than that is refused 413, at Content-Length or at the limit of a chunked
  // body.
  State admit(std::size_t bodyLimit);
  WebRequest take();  // of a refused one: without its body
  // Begins the next request with the bytes at hand.
  State next();

  const RequestHead& head() const { return head_; }
  int refusal() const { return refusal_; }
  bool untouched() const { return untouched_; }  // nothing of this request has come
  bool hasUnread() const { return !unread_.empty(); }
  bool hasBody() const;
  bool expectsContinue() const;  // the client waits for leave to send its body
  bool keepAlive() const;
  std::size_t held() const;  // bytes of memory for the unread input, the head and the body
  // The client of the request that is being read, if its peer speaks for another.
  void setPeer(std::string client) { head_.peer = std::move(client); }
  void dropBody();
  void dropUnread() { std::string().swap(unread_); }

 private:
  // The shortest end of a chunked body: 0, CRLF, CRLF.
  static constexpr std::size_t kLastChunk = 5;
  struct Parser;
  State advance();
  State parse(std::string_view& bytes);
  State finishHead();
  State refuse(int status);

  const std::string peer_;
  std::unique_ptr<Parser> parser_;
  std::string unread_;
  RequestHead head_;
  std::size_t headSize_ = 0;  // in bytes as sent: the parser and head_ each have a copy
  int refusal_ = 0;
  bool untouched_ = true;
  bool requestLineRead_ = false;
  bool admitted_ = false;
};

}  // namespace host_stub
