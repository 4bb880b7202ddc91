#include "integration/text/trimmed.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

namespace integration::text {
namespace {

constexpr char32_t kFirstBeyondAscii = 0x80;

bool unseen(UChar32 c) {
  return c >= 0 && isUnseen(static_cast<char32_t>(c));
}

bool selects(UChar32 c, UChar32 before) {
  return c >= 0 && u_hasBinaryProperty(c, UCHAR_VARIATION_SELECTOR) != 0 &&
         before >= static_cast<UChar32>(kFirstBeyondAscii) && !unseen(before);
}

}  // namespace

bool isUnseen(char32_t codePoint) {
  const auto c = static_cast<UChar32>(codePoint);
  return u_hasBinaryProperty(c, UCHAR_WHITE_SPACE) != 0 ||
         u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0 || u_charType(c) == U_CONTROL_CHAR;
}

std::string_view trimmed(std::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  std::size_t begin = text.size(), end = 0;
  UChar32 before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    UChar32 c = 0;
    U8_NEXT(bytes, at, text.size(), c);
    if (!unseen(c) || selects(c, before)) {
      begin = std::min(begin, from);
      end = at;
    }
    before = c;
  }
  return begin < end ? text.substr(begin, end - begin) : std::string_view();
}

std::string withoutUnseen(std::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  std::string seen;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    UChar32 c = 0;
    U8_NEXT(bytes, at, text.size(), c);
    if (!unseen(c)) seen += text.substr(from, at - from);
  }
  return seen;
}

}  // namespace integration::text
