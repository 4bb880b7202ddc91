// An answer as the bytes that go over the wire.
#pragma once

#include <string>

#include "net/web.hpp"

namespace host_stub {

struct ResponseForm {
  bool keepAlive = true;
  bool withBody = true;  // false for HEAD: the length of the body is told all the same
};

// Throws std::invalid_argument for a header that would break the message.
std::string responseText(const WebResponse& response, ResponseForm form);

}  // namespace host_stub
