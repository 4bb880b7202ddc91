// The shape of an e-mail address and how two are compared, by one rule for plugin and host: two addresses
// that look the same are the same, and none holds what nobody sees. Link `plugin_text`. Every function is
// thread-safe.
#pragma once

#include <string>
#include <string_view>

namespace integration::text {

// Returns whether the text can be one e-mail address as it stands: UTF-8 without signs that nobody sees
// (isUnseen) and without U+FFFD, at most 254 bytes, 64 of them in front of its only @, no bracket, quote,
// comma, semicolon or colon; a domain of parts with dots between them, each of letters and digits of any
// script, with hyphens inside. Trim first (trimmed). Whether the address reaches anybody can't be seen.
bool isEmailAddress(std::string_view text);

// Returns what two spellings of one address share: without signs that nobody sees, in small letters. Dots and
// tags stay, since with another one the address may be another person's. Empty for a blank text.
std::string comparableEmail(std::string_view address);

}  // namespace integration::text
