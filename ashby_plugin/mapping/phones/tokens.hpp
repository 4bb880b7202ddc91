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
  remark,  // a bracket that is no part of the number; made by PhoneText, never by tokensOf
  other,
};

struct Token {
  Kind kind;
  std::string text;
};

// Returns the tokens of a text in their order; signs that nobody sees are left out.
std::vector<Token> tokensOf(std::string_view typed);

// Returns whether the token can stand between two groups of one number.
bool separates(const Token& token);

}  // namespace ashby::phones
