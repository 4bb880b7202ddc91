// Drafts of new hires that were withdrawn at their source and whose data their plugin has erased since.
#pragma once

#include <atomic>

#include "hosting/connection_hub.hpp"

namespace host_stub {

// A host isn't told when a plugin erases what it has kept for long enough: it looks. Whom a connection that
// can't be asked holds is left for the next time. [any thread]
void removeErasedDrafts(Platform& platform, ConnectionHub& hub, const std::atomic<bool>& cancelled);

}  // namespace host_stub
