// Requests that a program on this machine makes for itself.
#pragma once

#include "net/server/web.hpp"

namespace host_stub {

// Returns whether the request comes over loopback, wasn't forwarded by a proxy, and names this machine as its
// Host. A page of another site can make a browser on this machine send a request (DNS rebinding). That
// request names the other site.
bool isFromThisMachine(const RequestHead& request);

}  // namespace host_stub
