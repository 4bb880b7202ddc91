// JSON documents against a JSON Schema, with what is wrong said in plain words.
#pragma once

#include <string_view>
#include <vector>

#include "integration/status.hpp"

namespace integration {

// Returns one issue per path at fault, never with a value of the document in it. Both texts must be JSON that
// parseJson takes.
std::vector<Issue> checkAgainstSchema(std::string_view schema, std::string_view document);

}  // namespace integration
