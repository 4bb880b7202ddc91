// Text of any language in the headers of a mail (RFC 2047, RFC 5322).
#pragma once

#include <string>
#include <string_view>

namespace host_stub {

// Returns plain ASCII as it is, and anything else as encoded words of at most 75 characters on separate
// lines. Line breaks and other controls become blanks. text: UTF-8.
std::string headerText(std::string_view text);

// Returns the address with a name before it. An ASCII name is quoted; any other is written in encoded words
// without quotes.
std::string headerMailbox(std::string_view name, const std::string& address);

}  // namespace host_stub
