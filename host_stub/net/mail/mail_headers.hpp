// Text of any language in the headers of a mail (RFC 2047, RFC 5322).
#pragma once

#include <string>
#include <string_view>

namespace host_stub {

// Returns plain ASCII as it is, anything else as encoded words of at most 75 signs, on lines of their own.
// Line breaks and other controls become blanks. text: UTF-8.
std::string headerText(std::string_view text);

// Returns the address with a name before it: quoted if that is ASCII, else in encoded words, which stand
// without quotes.
std::string headerMailbox(std::string_view name, const std::string& address);

}  // namespace host_stub
