// The shape of an e-mail address and how two are compared, by one rule for plugin and host. Two addresses
// that look the same are the same, and none holds invisible characters. Link `plugin_text`. Every function is
// thread-safe.
#pragma once

#include <string>
#include <string_view>

namespace integration::text {

// Returns whether the text can be one e-mail address. Trim it first (trimmed). Whether it reaches anybody
// can't be known. An address is:
// - UTF-8 without invisible characters (isUnseen) and U+FFFD,
// - at most 254 bytes, with one @ and at most 64 bytes in front of it,
// - without brackets, quotes, commas, semicolons and colons,
// - at a domain of parts with dots between them: letters and digits of any script, with hyphens inside.
bool isEmailAddress(std::string_view text);

// Returns what two spellings of one address share: without signs that nobody sees, in small letters. Dots and
// tags stay, since with another one the address may be another person's. Empty for a blank text.
std::string comparableEmail(std::string_view address);

}  // namespace integration::text
