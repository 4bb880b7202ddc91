// Requests that a program on this machine makes for itself.
#pragma once

#include "net/server/web.hpp"

namespace host_stub {

// Returns whether the request comes over loopback, wasn't forwarded by a proxy, and names this machine as its
// Host: a browser here that a page of another site has sent names that site, whatever address it leads to.
bool isFromThisMachine(const RequestHead& request);

}  // namespace host_stub
