#include "fields/phones/tokens.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "integration/text/trimmed.hpp"
#include "person_names/characters.hpp"

namespace ashby::phones {
namespace {

// Returns the meaning of full-width forms, minus signs and the dashes of all scripts.
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
  // A superscript or a circled number says something, as a word does.
  constexpr std::uint32_t kSays = U_GC_L_MASK | U_GC_M_MASK | U_GC_NL_MASK | U_GC_NO_MASK;
  return (U_MASK(u_charType(c)) & kSays) != 0 ? Kind::word : Kind::other;
}

void add(std::vector<Token>& tokens, Kind kind, std::string_view text) {
  const bool joins = kind == Kind::digits || kind == Kind::word || kind == Kind::blank;
  if (joins && !tokens.empty() && tokens.back().kind == kind)
    tokens.back().text += text;
  else
    tokens.push_back({kind, std::string(text)});
}

constexpr std::array<std::string_view, 9> kExtensionWords = {
    "x", "ext", "extn", "extension", "xtn", "extensión", "extensão", "anexo", "доб"};
constexpr std::array<std::string_view, 22> kLabels = {
    "tel",      "telefon", "telephone", "téléphone", "teléfono", "phone", "mobile",  "mobil",
    "mob",      "cell",    "cellphone", "handy",     "portable", "home",  "private", "privat",
    "personal", "t",       "p",         "m",         "h",        "number"};

template <std::size_t n>
bool isOneOf(const std::array<std::string_view, n>& words, const Token& token) {
  return token.kind == Kind::word &&
         std::find(words.begin(), words.end(), names::lowered(token.text)) != words.end();
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

bool namesExtension(const Token& token) {
  return token.kind == Kind::hash || isOneOf(kExtensionWords, token);
}

bool isLabel(const Token& token) {
  return isOneOf(kLabels, token);
}

std::size_t digitsIn(const std::vector<Token>& tokens, std::size_t from, std::size_t to) {
  std::size_t digits = 0;
  for (std::size_t i = from; i < to; ++i)
    if (tokens[i].kind == Kind::digits) digits += tokens[i].text.size();
  return digits;
}

bool holds(const std::vector<Token>& tokens, std::size_t from, std::size_t to, Kind kind) {
  return std::any_of(tokens.begin() + static_cast<std::ptrdiff_t>(from),
                     tokens.begin() + static_cast<std::ptrdiff_t>(to),
                     [&](const Token& token) { return token.kind == kind; });
}

}  // namespace ashby::phones
