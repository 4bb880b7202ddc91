#include "fields/clean_text.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstdint>

#include "integration/text/trimmed.hpp"

namespace ashby {
namespace {

// Joiners and soft hyphens aren't among them: scripts and long words need them.
bool isHidden(UChar32 c) {
  constexpr UChar32 kZeroWidthSpace = 0x200b, kWordJoiner = 0x2060, kByteOrderMark = 0xfeff;
  return (u_charType(c) == U_CONTROL_CHAR && c != '\n' && c != '\t') ||
         u_hasBinaryProperty(c, UCHAR_BIDI_CONTROL) != 0 || c == kZeroWidthSpace || c == kWordJoiner ||
         c == kByteOrderMark;
}

}  // namespace

std::string cleanText(std::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  std::string seen;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    UChar32 c = 0;
    U8_NEXT(bytes, at, text.size(), c);
    if (c < 0 || !isHidden(c)) seen += text.substr(from, at - from);
  }
  return std::string(integration::text::trimmed(seen));
}

}  // namespace ashby
