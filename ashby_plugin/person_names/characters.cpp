#include "person_names/characters.hpp"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace ashby::names {
namespace {

bool isAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// Calls use(character, its bytes); the character is negative where the bytes are not UTF-8.
template <typename Use>
void forEach(std::string_view text, Use use) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    UChar32 character = 0;
    U8_NEXT(bytes, at, text.size(), character);
    use(character, text.substr(from, at - from));
  }
}

void append(std::string& text, UChar32 character) {
  std::uint8_t bytes[U8_MAX_LENGTH];
  std::size_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, static_cast<std::uint32_t>(character));
  text.append(reinterpret_cast<const char*>(bytes), length);
}

// The text as it is where ICU can't do it: with bytes that are not UTF-8, or without memory.
std::string normalized(std::string_view text, const UNormalizer2* form) {
  UErrorCode error = U_ZERO_ERROR;
  std::u16string wide(text.size(), u'\0'), result(text.size() * 4 + 16, u'\0');
  std::int32_t length = 0;
  u_strFromUTF8(wide.data(), static_cast<std::int32_t>(wide.size()), &length, text.data(),
                static_cast<std::int32_t>(text.size()), &error);
  length = unorm2_normalize(form, wide.data(), length, result.data(),
                            static_cast<std::int32_t>(result.size()), &error);
  std::string narrow(static_cast<std::size_t>(U_SUCCESS(error) ? length : 0) * 3, '\0');
  std::int32_t size = 0;
  u_strToUTF8(narrow.data(), static_cast<std::int32_t>(narrow.size()), &size, result.data(), length, &error);
  if (U_FAILURE(error)) return std::string(text);
  narrow.resize(static_cast<std::size_t>(size));
  return narrow;
}

template <typename Map>
std::string mapped(std::string_view text, Map map) {
  std::string result;
  result.reserve(text.size());
  forEach(text, [&](UChar32 character, std::string_view bytes) {
    if (character < 0)
      result += bytes;
    else
      append(result, map(character));
  });
  return result;
}

// Soft hyphen, zero-width space, word joiner and byte order mark: nothing to see, and not part of any
// spelling.
bool isInvisible(UChar32 c) {
  return c == 0xad || c == 0x200b || c == 0x2060 || c == 0xfeff;
}

// Georgian has capitals for headlines only: its names are written without.
bool isGeorgian(UChar32 c) {
  return c >= 0x10d0 && c <= 0x10ff;
}

}  // namespace

std::string cleaned(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  bool blank = false;
  forEach(text, [&](UChar32 character, std::string_view bytes) {
    if (character >= 0 && u_isUWhiteSpace(character)) {
      blank = true;
    } else if (character < 0 || !(u_charType(character) == U_CONTROL_CHAR || isInvisible(character) ||
                                  u_hasBinaryProperty(character, UCHAR_BIDI_CONTROL))) {
      if (blank && !result.empty()) result += ' ';
      blank = false;
      result += bytes;
    }
  });
  if (isAscii(result)) return result;
  UErrorCode error = U_ZERO_ERROR;
  const UNormalizer2* nfc = unorm2_getNFCInstance(&error);
  return U_SUCCESS(error) ? normalized(result, nfc) : result;
}

std::string lowered(std::string_view text) {
  return mapped(text, [](UChar32 c) { return u_tolower(c); });
}

std::string uppered(std::string_view text) {
  return mapped(text, [](UChar32 c) { return u_toupper(c); });
}

std::string plain(std::string_view text) {
  if (isAscii(text)) return lowered(text);
  UErrorCode error = U_ZERO_ERROR;
  const UNormalizer2* nfd = unorm2_getNFDInstance(&error);
  const std::string decomposed = U_SUCCESS(error) ? normalized(text, nfd) : std::string(text);
  std::string result;
  forEach(decomposed, [&](UChar32 character, std::string_view bytes) {
    if (character < 0)
      result += bytes;
    else if (character == 0x110 || character == 0x111)  // Đ has no decomposition
      result += 'd';
    else if (u_charType(character) != U_NON_SPACING_MARK)
      append(result, u_tolower(character));
  });
  return result;
}

Traits traitsOf(std::string_view text) {
  Traits traits;
  forEach(text, [&](UChar32 c, std::string_view) {
    const auto of = [&](UScriptCode script) { return c >= 0 && uscript_hasScript(c, script); };
    if (c >= 0 && u_isalpha(c)) ++traits.letters;
    if (c >= 0 && u_isUUppercase(c)) ++traits.uppers;
    if (c >= 0 && u_isULowercase(c) && !isGeorgian(c)) ++traits.lowers;
    if (c >= 0 && u_isdigit(c)) ++traits.digits;
    if (c >= 0x80 && u_hasBinaryProperty(c, UCHAR_EXTENDED_PICTOGRAPHIC)) ++traits.pictures;
    if (c < 0x1100) {  // where none of these scripts begins
      traits.han = traits.hangul = traits.kana = traits.katakana = traits.eastAsian = false;
      return;
    }
    const bool han = of(USCRIPT_HAN), hangul = of(USCRIPT_HANGUL), katakana = of(USCRIPT_KATAKANA);
    const bool kana = katakana || of(USCRIPT_HIRAGANA);
    traits.han &= han;
    traits.hangul &= hangul;
    traits.katakana &= katakana;
    traits.kana &= kana;
    traits.eastAsian &= han || hangul || kana;
  });
  if (text.empty()) traits.han = traits.hangul = traits.kana = traits.katakana = traits.eastAsian = false;
  return traits;
}

bool anyCharacter(std::string_view text, bool (*is)(std::int32_t character)) {
  bool any = false;
  forEach(text, [&](UChar32 character, std::string_view) { any = any || is(character); });
  return any;
}

std::string_view firstCharacter(std::string_view text) {
  std::size_t size = 0;
  forEach(text, [&](UChar32, std::string_view bytes) {
    if (size == 0) size = bytes.size();
  });
  return text.substr(0, size);
}

std::size_t characters(std::string_view text) {
  std::size_t count = 0;
  forEach(text, [&](UChar32, std::string_view) { ++count; });
  return count;
}

}  // namespace ashby::names
