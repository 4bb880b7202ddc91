// The signs of a phone number as it was typed, told apart by what they mean in one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ashby::phones {

enum class Kind {
  digits,  // a group of digits of any script, written in ASCII
  plus,
  open,
  close,
  blank,
  dash,
  dot,
  slash,
  pause,  // comma, semicolon, end of a line
  word,   // letters with their marks, as typed
  hash,
  remark,  // a bracket that is no part of the number; made by resolveBrackets
  other,
};

struct Token {
  Kind kind;
  std::string text;
};

// Returns the tokens of a text in their order; signs that nobody sees are left out.
std::vector<Token> tokensOf(std::string_view typed);

// Fewer digits are no number of a person's: an hour, a floor, a count.
inline constexpr std::size_t kFewestDigits = 7;

// Returns whether the token can stand between two groups of one number.
bool separates(const Token& token);
// Returns whether the token announces an extension: "x", "ext", "#".
bool namesExtension(const Token& token);
// Returns whether the token says what kind of number it is, and not whose: "tel", "mobile".
bool isLabel(const Token& token);

// Returns how many digits stand in the tokens from `from` up to `to`, without the end.
std::size_t digitsIn(const std::vector<Token>& tokens, std::size_t from, std::size_t to);
// Returns whether one of these tokens is of the kind.
bool holds(const std::vector<Token>& tokens, std::size_t from, std::size_t to, Kind kind);

}  // namespace ashby::phones
