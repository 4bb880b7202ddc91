// A web request and its answer, and who decides about them.
#pragma once

#include <any>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "integration/http.hpp"
#include "integration/json_fwd.hpp"

namespace host_stub {

struct RequestHead {
  std::string method;  // as sent: "GET", "HEAD", or any other token
  std::string path;    // as sent, percent-encoding included; starts with '/', or is "*"
  std::string query;   // without the '?'
  std::vector<integration::Header> headers;
  std::string peer;  // the client's address, without its port; behind a trusted proxy, the one it tells of
};

struct WebRequest : RequestHead {
  std::string body;
  bool bodyWithheld = false;  // larger than was admitted, so left out
  std::any asker = {};        // as Admission::asker says
  std::shared_ptr<const integration::Json> json =
      {};  // the body of a request within this process, instead of text
};

// The server adds Content-Length, Connection, Date and the security headers; `headers` may replace
// Cache-Control only.
struct WebResponse {
  int status = 200;
  std::vector<integration::Header> headers;
  std::string body;
  std::shared_ptr<const integration::Json> json =
      {};  // the body that writeBody() has yet to write; null if none
};

// The decision about a request, made from its head.
struct Admission {
  static constexpr std::size_t kDefaultBodyLimit = std::size_t{4} * 1024 * 1024;

  std::size_t bodyLimit = kDefaultBodyLimit;
  std::optional<WebResponse> answer = {};  // given at once; then the connection closes if there is a body
  bool handleTooLarge = false;             // a larger body is dropped and the rest handled, instead of a 413
  bool stranger = false;                   // after `answer`, hardly any of the body is dropped
  std::any asker = {};                     // the requester, in the handler's own type; handle() gets it
};

// Both may be copied, called on any thread, at once or later, and outlive the server. The first call counts;
// if none comes, the request is answered 500 when the last copy goes.
using Decide = std::function<void(Admission)>;
using Respond = std::function<void(WebResponse)>;

// Both functions run on the server's one network thread and must not block. An exception is answered 500.
class WebHandler {
 public:
  virtual ~WebHandler() = default;
  virtual void admit(const RequestHead& head, Decide decide) = 0;
  // Takes a complete request. HEAD is handled like GET, the server leaves the body out.
  virtual void handle(WebRequest request, Respond respond) = 0;
};

}  // namespace host_stub
