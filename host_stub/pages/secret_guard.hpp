// Boxes that search are no place for secrets: what is typed there goes to the source's search, too.
#pragma once

#include <string>

namespace host_stub {

// Returns whether the text looks like an API key or a token: one long word of letters and digits, or of
// hexadecimal digits. No name, address or id does.
bool looksLikeASecret(const std::string& text);

// Returns what to tell whoever typed such a text, "" if it is none.
std::string refuseSecret(const std::string& text);

}  // namespace host_stub
