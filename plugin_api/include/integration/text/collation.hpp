// The order in which people look for names: Émile stands beside Emil, not behind Zhou. Target plugin_text.
#pragma once

#include <string>
#include <string_view>

namespace integration {

// Returns a key that compares, byte by byte, as the texts do by Unicode's root collation, case aside. Keys
// are of one run: another version of ICU may make others. [thread-safe]
std::string sortKey(std::string_view text);

}  // namespace integration
