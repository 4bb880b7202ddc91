// Answers that a site gives without looking further.
#pragma once

#include <string>

#include "net/server/json_answer.hpp"

namespace host_stub {

inline WebResponse notFound() {
  return errorAnswer(404, "there is nothing at this address");
}

inline WebResponse methodNotAllowed(const std::string& allowed) {
  WebResponse answer = errorAnswer(405, "this address takes " + allowed);
  answer.headers.push_back({"Allow", allowed});
  return answer;
}

inline WebResponse comeBackLater(std::string message) {
  return errorAnswer(integration::Error{integration::Code::unavailable, std::move(message), {}, {}});
}

inline WebResponse startingOrStopping() {
  return comeBackLater("the host is starting or stopping");
}

}  // namespace host_stub
