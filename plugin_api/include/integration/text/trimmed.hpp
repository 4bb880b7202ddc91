// The edges of a text that is one value: what stands there and nobody sees. Plugin and host trim alike, so
// that neither takes for a difference what the other leaves out. Link `plugin_text`. Every function is
// thread-safe, takes any bytes and keeps what isn't UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace integration::text {

// Returns whether the code point is invisible. Those are control characters and Unicode's White_Space and
// Default_Ignorable_Code_Point (soft hyphen, joiners, marks of direction, byte order mark).
bool isUnseen(char32_t codePoint);

// Returns the text from its first to its last visible character; empty if there is none. A variation selector
// behind a character beyond ASCII stays, since it belongs to that character's spelling. The result refers to
// the text's own memory.
std::string_view trimmed(std::string_view text);

// Returns the text without any invisible character, wherever it is.
std::string withoutUnseen(std::string_view text);

}  // namespace integration::text
