// Answers that the web server gives by itself, without asking its handler.
#pragma once

#include "net/server/web.hpp"

namespace host_stub {

// 400, 408, 413, 414 or 431.
WebResponse refusal(int status);
WebResponse overloaded(const char* message);
WebResponse internalError();

}  // namespace host_stub
