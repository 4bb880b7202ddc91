// The style sheet and the script, at addresses that change with what is in them.
#pragma once

#include <optional>
#include <string>

#include "net/server/web.hpp"

namespace host_stub {

std::string assetAddress(const std::string& name);
// nullopt if the path is none of theirs.
std::optional<WebResponse> asset(const std::string& path);

}  // namespace host_stub
