#include "person_names/marks/damage.hpp"

#include <unicode/uchar.h>

#include "person_names/characters.hpp"
#include "person_names/marks/encoding.hpp"
#include "person_names/words.hpp"

namespace ashby::names {
namespace {

constexpr UChar32 kReplacement = 0xfffd;

bool isControlOfC1(UChar32 c) {
  return c >= 0x80 && c < 0xa0;
}

// Registered and trademark signs follow credentials, and pictures are told of elsewhere.
bool isSymbol(UChar32 c) {
  if (c < 0x80)
    return std::string_view("?;:\\^~|=%$#*_!").find(static_cast<char>(c)) != std::string_view::npos;
  if (c == 0xae || c == 0x2122 || u_hasBinaryProperty(c, UCHAR_EXTENDED_PICTOGRAPHIC)) return false;
  const auto type = u_charType(c);
  return type == U_MATH_SYMBOL || type == U_CURRENCY_SYMBOL || type == U_OTHER_SYMBOL;
}

// Signs count within words only: alone they are told of as strays.
bool hasSymbolInWord(std::string_view text) {
  for (const std::string_view word : piecesOf(text, " \t\r\n"))
    if (traitsOf(word).letters > 0 && anyCharacter(word, isSymbol)) return true;
  return false;
}

// Smith; John
std::string withCommasForSemicolons(std::string text) {
  for (std::size_t at = text.find("; "); at != std::string::npos; at = text.find("; ", at)) text[at] = ',';
  return text;
}

}  // namespace

std::optional<Damage> damageOf(std::string_view name) {
  const std::string decoded = decodedEntities(name);
  const std::string repaired = readAsUtf8(decoded);
  if (repaired != decoded)
    return Damage{"Ashby's name seems to have been read in the wrong encoding: kept as it came", repaired};
  if (decoded != name) return Damage{"Ashby's name holds HTML entities: kept as it came", decoded};
  if (anyCharacter(name, [](UChar32 c) { return c < 0 || c == kReplacement || isControlOfC1(c); }))
    return Damage{"Ashby's name holds characters that were lost on the way: fill in what is missing", ""};
  if (!hasSymbolInWord(name)) return std::nullopt;
  std::string separated = withCommasForSemicolons(std::string(name));
  if (separated == name) separated.clear();
  return Damage{"Ashby's name holds signs that no name has: check the spelling", std::move(separated)};
}

}  // namespace ashby::names
