// Templates (Mustache) filled with what is to be seen.
#pragma once

#include <string>

#include "integration/json.hpp"

namespace host_stub {

// Fills a template. Escapes everything for HTML except values in three braces. null, false, "" and [] leave a
// section out. A name that a view doesn't have is looked up in the view around it. Thread-safe.
// name: of a file in templates/, without ".html".
std::string fillTemplate(const std::string& name, const integration::Json& view);

}  // namespace host_stub
