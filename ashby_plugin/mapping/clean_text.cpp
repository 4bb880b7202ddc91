#include "mapping/clean_text.hpp"

namespace ashby {
namespace {

// How many bytes of what nobody sees stand at this place.
std::size_t invisibleAt(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  const auto first = byte(at), second = byte(at + 1), third = byte(at + 2);
  if ((first < 0x20 && first != '\n' && first != '\t') || first == 0x7f) return 1;
  if (first == 0xc2 && second >= 0x80 && second <= 0x9f) return 2;  // U+0080 to U+009F: C1 controls
  if (first == 0xd8 && second == 0x9c) return 2;                    // U+061C: Arabic letter mark
  if (first == 0xe2 && second == 0x80 &&  // U+200B, U+200E, U+200F, U+202A to U+202E
      (third == 0x8b || third == 0x8e || third == 0x8f || (third >= 0xaa && third <= 0xae)))
    return 3;
  if (first == 0xe2 && second == 0x81 && (third == 0xa0 || (third >= 0xa6 && third <= 0xa9)))
    return 3;                                                      // U+2060, U+2066 to U+2069
  if (first == 0xef && second == 0xbb && third == 0xbf) return 3;  // U+FEFF: byte order mark
  return 0;
}

}  // namespace

std::string cleanText(std::string_view text) {
  constexpr std::string_view kNoBreakSpace = "\xc2\xa0";
  std::string seen;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t invisible = invisibleAt(text, at);
    if (invisible == 0) seen += text[at];
    at += invisible == 0 ? 1 : invisible;
  }
  std::string_view left = seen;
  const auto blank = [](char c) { return c == ' ' || c == '\n' || c == '\t'; };
  while (true) {
    if (left.starts_with(kNoBreakSpace))
      left.remove_prefix(2);
    else if (left.ends_with(kNoBreakSpace))
      left.remove_suffix(2);
    else if (!left.empty() && blank(left.front()))
      left.remove_prefix(1);
    else if (!left.empty() && blank(left.back()))
      left.remove_suffix(1);
    else
      break;
  }
  return std::string(left);
}

}  // namespace ashby
