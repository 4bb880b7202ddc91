// The files in templates/ and assets/, by their names.
#pragma once

#include <map>
#include <string_view>

namespace host_stub {

const std::map<std::string_view, std::string_view>& pageFiles();

}  // namespace host_stub
