// The list of new hires as the page and the export ask for it.
#pragma once

#include "pages/format.hpp"
#include "pages/parameters.hpp"

namespace host_stub {

// Returns only what the API knows of the page's own query.
Parameters listQuery(const Parameters& page, const std::string& limit);

// Returns a sentence about what the list lacks. part: an item of `incomplete`, as the API gives it.
std::string missingPartInWords(const integration::Json& part);

}  // namespace host_stub
