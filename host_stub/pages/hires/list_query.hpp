// The query of the list of new hires, for the page and the export.
#pragma once

#include "pages/parameters.hpp"

namespace host_stub {

// Only what the API knows of the page's own query.
Parameters listQuery(const Parameters& page, const std::string& limit);

}  // namespace host_stub
