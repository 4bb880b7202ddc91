// The name of the JSON tree, for headers that needn't know more.
#pragma once

#include <nlohmann/json_fwd.hpp>

namespace integration {

// Keeps the members of an object in their order. Destroying one takes memory, and ends the process if there
// is none: see docs/decisions/018-plain-json.md.
using Json = nlohmann::ordered_json;

}  // namespace integration
