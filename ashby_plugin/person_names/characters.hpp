// Asks ICU about characters, as far as names need it. Every function takes any bytes, and keeps what isn't
// UTF-8.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ashby::names {

// In NFC, each run of white space one blank, none at the ends; without control and bidi control characters.
std::string cleaned(std::string_view text);

std::string lowered(std::string_view text);
std::string uppered(std::string_view text);
// In lower case, without accents: "Nguyễn" is "nguyen", "Đỗ" is "do".
std::string plain(std::string_view text);

// The letters and scripts in a text. Han, Hangul, kana: every character is of that script.
struct Traits {
  int letters = 0, uppers = 0, lowers = 0, digits = 0, pictures = 0;
  bool han = true, hangul = true, kana = true, katakana = true, eastAsian = true;
};
Traits traitsOf(std::string_view text);

// Whether any character is so. A character is negative where the bytes are not UTF-8.
bool anyCharacter(std::string_view text, bool (*is)(std::int32_t character));

// The first character's bytes.
std::string_view firstCharacter(std::string_view text);
std::size_t characters(std::string_view text);

}  // namespace ashby::names
