#include "mapping/phones/tokens.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstdint>

#include "integration/text/trimmed.hpp"

namespace ashby::phones {
namespace {

// What full-width forms, minus signs and the dashes of all scripts stand for.
Kind kindOfSign(UChar32 c) {
  switch (c) {
    case '+':
    case 0xff0b:
      return Kind::plus;
    case '(':
    case '[':
    case 0xff08:
      return Kind::open;
    case ')':
    case ']':
    case 0xff09:
      return Kind::close;
    case '.':
    case 0xff0e:
    case 0xb7:
      return Kind::dot;
    case '/':
    case 0xff0f:
      return Kind::slash;
    case '#':
    case 0xff03:
      return Kind::hash;
    case ',':
    case ';':
    case '\n':
    case '\r':
    case 0xff0c:
      return Kind::pause;
    case '~':
    case 0x2212:
      return Kind::dash;
    default:
      break;
  }
  if (u_charType(c) == U_DASH_PUNCTUATION) return Kind::dash;
  const bool letter = u_isalpha(c) != 0 || (U_MASK(u_charType(c)) & U_GC_M_MASK) != 0;
  return letter ? Kind::word : Kind::other;
}

void add(std::vector<Token>& tokens, Kind kind, std::string_view text) {
  const bool joins = kind == Kind::digits || kind == Kind::word || kind == Kind::blank;
  if (joins && !tokens.empty() && tokens.back().kind == kind)
    tokens.back().text += text;
  else
    tokens.push_back({kind, std::string(text)});
}

}  // namespace

std::vector<Token> tokensOf(std::string_view typed) {
  std::vector<Token> tokens;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(typed.data());
  for (std::size_t at = 0; at < typed.size();) {
    const std::size_t from = at;
    UChar32 c = 0;
    U8_NEXT(bytes, at, typed.size(), c);
    const std::string_view text = typed.substr(from, at - from);
    if (c < 0) {
      add(tokens, Kind::other, text);
    } else if (const std::int32_t digit = u_charDigitValue(c); digit >= 0) {
      add(tokens, Kind::digits, std::string(1, static_cast<char>('0' + digit)));
    } else if (c != '\n' && c != '\r' && u_isUWhiteSpace(c)) {
      add(tokens, Kind::blank, text);
    } else if (c == '\n' || c == '\r' || !integration::text::isUnseen(static_cast<char32_t>(c))) {
      add(tokens, kindOfSign(c), text);
    }
  }
  return tokens;
}

bool separates(const Token& token) {
  return token.kind == Kind::blank || token.kind == Kind::dash || token.kind == Kind::dot ||
         token.kind == Kind::slash;
}

}  // namespace ashby::phones
