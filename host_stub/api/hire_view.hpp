// A new hire in the company's list, where its id names its connection: "<connection>-<id within it>".
#pragma once

#include <string>

#include "integration/json.hpp"
#include "integration/new_hire.hpp"

namespace host_stub {

std::string hireListId(const std::string& connection, const std::string& hireId);

integration::Json hireView(const std::string& connection, integration::NewHire hire);

}  // namespace host_stub
