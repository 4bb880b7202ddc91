// Drafts of new hires that were withdrawn at their source and whose data their plugin has erased since.
#pragma once

#include <atomic>

#include "hosting/connections/connection_hub.hpp"

namespace host_stub {

// Removes them. A host isn't told when a plugin erases what it has kept for long enough: it looks. Drafts of
// a connection that can't be asked are left for the next time; both references must outlive `asks`. [any
// thread]
void removeErasedDrafts(Platform& platform, ConnectionHub& hub, AskConnections& asks,
                        const std::atomic<bool>& cancelled);

}  // namespace host_stub
