// The cursors of the collections: opaque to whoever gives them back.
#pragma once

#include <optional>
#include <string>

#include "api/request_context.hpp"

namespace host_stub {

// list: of which collection, so that another one's cursor is refused.
std::string encodeCursor(const std::string& list, const std::string& place);
// The request's; nullopt if it has none. Throws Failure(invalidArgument) for one that this collection
// hasn't given.
std::optional<std::string> cursorOf(const RequestContext& request, const std::string& list);

}  // namespace host_stub
