#include "net/server/web_refusals.hpp"

#include "integration/status.hpp"
#include "net/server/json_answer.hpp"

namespace host_stub {

WebResponse overloaded(const char* message) {
  return errorAnswer({integration::Code::resourceExhausted, message, 1000, {}});
}

WebResponse internalError() {
  return errorAnswer(500, "Something went wrong here; it is not the request's fault.");
}

WebResponse refusal(int status) {
  switch (status) {
    case 408:
      return errorAnswer(status, "The request did not arrive in time.");
    case 413:
      return errorAnswer(status, "The request's body is larger than is taken here.");
    case 414:
      return errorAnswer(status, "The request's URL is longer than 8 KiB.");
    case 431:
      return errorAnswer(status, "The request's headers are more than 100 or longer than 32 KiB.");
    default:
      return errorAnswer(status, "The request is not well-formed HTTP/1.1.");
  }
}

}  // namespace host_stub
