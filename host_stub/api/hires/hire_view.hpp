// A new hire in the company's list, where its id names its connection: "<connection>-<id within it>".
#pragma once

#include <string>

#include "hosting/connections/live_connection.hpp"
#include "integration/json.hpp"
#include "integration/new_hire.hpp"

namespace host_stub {

std::string hireListId(const std::string& connection, const std::string& hireId);

// Returns the hire as the API shows it. `source` says besides what people call the source (systemName), as
// its plugin's manifest has it. The connection's plugin is loaded.
integration::Json hireView(const LiveConnection& connection, integration::NewHire hire);

}  // namespace host_stub
