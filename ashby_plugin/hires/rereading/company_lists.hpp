// The host's lists, which decide how a new hire's fields read: when they change, new hires are read again.
#pragma once

#include <string>

#include "fields/host_lists.hpp"
#include "integration/call.hpp"

namespace ashby {

// Returns the host's lists, by the names of the fields that they are for.
HostLists readLists(integration::Call& call);

// Returns a short text that differs if the lists differ.
std::string fingerprint(const HostLists& lists);

}  // namespace ashby
