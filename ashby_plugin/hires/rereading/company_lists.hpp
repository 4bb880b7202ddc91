// The host's lists, which decide how a new hire's fields read: when they change, new hires are read again.
#pragma once

#include <string>

#include "fields/host_lists.hpp"
#include "integration/call.hpp"

namespace ashby {

HostLists readLists(integration::Call& call);

// Returns the same text for the same lists.
std::string fingerprint(const HostLists& lists);

}  // namespace ashby
