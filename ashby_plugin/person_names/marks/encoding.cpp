#include "person_names/marks/encoding.hpp"

#include <unicode/ucnv.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "person_names/characters.hpp"

namespace ashby::names {
namespace {

using NamedText = std::pair<std::string_view, std::string_view>;

constexpr NamedText kEntities[] = {
    {"amp", "&"},    {"quot", "\""},  {"apos", "'"},  {"lt", "<"},     {"gt", ">"},     {"nbsp", " "},
    {"lsquo", "‘"},  {"rsquo", "’"},  {"ldquo", "“"}, {"rdquo", "”"},  {"oslash", "ø"}, {"Oslash", "Ø"},
    {"aelig", "æ"},  {"AElig", "Æ"},  {"oelig", "œ"}, {"OElig", "Œ"},  {"szlig", "ß"},  {"eth", "ð"},
    {"ETH", "Ð"},    {"thorn", "þ"},  {"THORN", "Þ"}, {"lstrok", "ł"}, {"Lstrok", "Ł"}, {"inodot", "ı"},
    {"dstrok", "đ"}, {"Dstrok", "Đ"}, {"laquo", "«"}, {"raquo", "»"},  {"hyphen", "-"}, {"ndash", "–"}};

// The names of accented letters are the letter and its accent: aacute, Ccedil.
constexpr NamedText kAccents[] = {{"acute", "\u0301"}, {"grave", "\u0300"}, {"circ", "\u0302"},
                                  {"uml", "\u0308"},   {"tilde", "\u0303"}, {"cedil", "\u0327"},
                                  {"ring", "\u030a"},  {"caron", "\u030c"}, {"breve", "\u0306"},
                                  {"ogon", "\u0328"},  {"dot", "\u0307"},   {"dblac", "\u030b"}};

constexpr std::size_t kLongestEntity = 8;

std::optional<std::string> characterOf(std::string_view digits, int base) {
  std::uint32_t code = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code, base);
  if (error != std::errc() || end != digits.data() + digits.size() || code < 0x20 || code > 0x10ffff ||
      (code >= 0xd800 && code < 0xe000))
    return std::nullopt;
  std::uint8_t bytes[U8_MAX_LENGTH];
  std::size_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, code);
  return std::string(reinterpret_cast<const char*>(bytes), length);
}

std::optional<std::string> entity(std::string_view name) {
  if (name.starts_with("#x") || name.starts_with("#X")) return characterOf(name.substr(2), 16);
  if (name.starts_with('#')) return characterOf(name.substr(1), 10);
  for (const auto& [known, text] : kEntities)
    if (name == known) return std::string(text);
  for (const auto& [accent, mark] : kAccents)
    if (name.size() == accent.size() + 1 && name.ends_with(accent))
      return cleaned(std::string(1, name.front()).append(mark));
  return std::nullopt;
}

// ICU leaves out what nobody sees: such a word was no misread one.
bool isAsciiOnly(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool isUtf8(std::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  for (std::size_t at = 0; at < text.size();) {
    std::int32_t code = 0;
    U8_NEXT(bytes, at, text.size(), code);
    if (code < 0) return false;
  }
  return true;
}

// The word's bytes in an encoding, read as UTF-8; nothing if they are none, or no fewer characters.
std::optional<std::string> reread(std::string_view word, const char* encoding) {
  constexpr char kSubstitute = 0x1a;
  std::string bytes(word.size() + 1, '\0');
  UErrorCode error = U_ZERO_ERROR;
  const std::int32_t size =
      ucnv_convert(encoding, "UTF-8", bytes.data(), static_cast<std::int32_t>(bytes.size()), word.data(),
                   static_cast<std::int32_t>(word.size()), &error);
  if (U_FAILURE(error)) return std::nullopt;
  bytes.resize(static_cast<std::size_t>(size));
  const bool read = bytes.find(kSubstitute) == std::string::npos && isUtf8(bytes) && !isAsciiOnly(bytes) &&
                    characters(bytes) < characters(word);
  return read ? std::optional(std::move(bytes)) : std::nullopt;
}

std::string misreadWord(std::string word) {
  constexpr int kMostTimes = 3;  // text is seldom misread more often
  for (int times = 0; times < kMostTimes; ++times) {
    auto repaired = isUtf8(word) ? reread(word, "windows-1252") : std::nullopt;
    if (!repaired && isUtf8(word)) repaired = reread(word, "ISO-8859-1");
    if (!repaired) break;
    word = *std::move(repaired);
  }
  return word;
}

}  // namespace

std::string decodedEntities(std::string_view text) {
  std::string decoded;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text[at] == '&' ? text.find(';', at) : std::string_view::npos;
    const bool bounded = end != std::string_view::npos && end - at <= kLongestEntity + 1;
    if (const auto read = bounded ? entity(text.substr(at + 1, end - at - 1)) : std::nullopt) {
      decoded += *read;
      at = end + 1;
    } else {
      decoded += text[at++];
    }
  }
  return decoded;
}

std::string readAsUtf8(std::string_view text) {
  std::string read;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    read += misreadWord(std::string(text.substr(at, end - at)));
    if (end < text.size()) read += ' ';
    at = end + 1;
  }
  return read;
}

}  // namespace ashby::names
