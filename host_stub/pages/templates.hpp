// Templates (Mustache) filled with what is to be seen.
#pragma once

#include <string>

#include "integration/json.hpp"

namespace host_stub {

// name: of a file in templates/, without ".html". Everything is escaped for HTML but what stands in three
// braces. null, false, "" and [] leave a section out; what a view doesn't name is looked up in the one around
// it. Thread-safe.
std::string fillTemplate(const std::string& name, const integration::Json& view);

}  // namespace host_stub
