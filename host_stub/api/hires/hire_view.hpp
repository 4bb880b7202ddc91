// Shows a new hire in the company's list, which joins the hires of all its connections.
#pragma once

#include <string>

#include "hosting/connections/live_connection.hpp"
#include "integration/json.hpp"
#include "integration/new_hire.hpp"

namespace host_stub {

// Returns the id in the company's list: "<connection>-<id within the connection>".
std::string hireListId(const std::string& connection, const std::string& hireId);

// Returns the hire as the API shows it. source.systemName is the name in the plugin's manifest.
// connection: its plugin must be loaded.
integration::Json hireView(const LiveConnection& connection, integration::NewHire hire);

}  // namespace host_stub
