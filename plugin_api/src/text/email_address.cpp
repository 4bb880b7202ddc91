#include "integration/text/email_address.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstdint>

#include "integration/text/trimmed.hpp"

namespace integration::text {
namespace {

// RFC 5321.
constexpr std::size_t kLongest = 254, kLongestLocal = 64;
constexpr UChar32 kReplacement = 0xfffd;

// Calls use(code point, its bytes) for each; the code point is negative where the bytes are not UTF-8. Ends
// at the first that use refuses, and returns false then.
template <typename Use>
bool each(std::string_view text, Use use) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    UChar32 c = 0;
    U8_NEXT(bytes, at, text.size(), c);
    if (!use(c, text.substr(from, at - from))) return false;
  }
  return true;
}

bool isDotted(std::string_view text) {
  return !text.empty() && text.front() != '.' && text.back() != '.' &&
         text.find("..") == std::string_view::npos;
}

bool isLocalPart(std::string_view local) {
  constexpr std::string_view kSeparators = ",;:<>()[]\"\\@";
  return isDotted(local) && local.size() <= kLongestLocal && each(local, [&](UChar32 c, std::string_view) {
           return c >= 0 && c != kReplacement && !isUnseen(static_cast<char32_t>(c)) &&
                  (c >= 0x80 || kSeparators.find(static_cast<char>(c)) == std::string_view::npos);
         });
}

// Letters with the marks that scripts write onto them, digits, hyphens inside of a part, dots between parts.
bool isDomain(std::string_view domain) {
  return isDotted(domain) && domain.front() != '-' && domain.back() != '-' &&
         domain.find(".-") == std::string_view::npos && domain.find("-.") == std::string_view::npos &&
         each(domain, [](UChar32 c, std::string_view) {
           if (c < 0) return false;
           const bool mark = (U_MASK(u_charType(c)) & U_GC_M_MASK) != 0;
           return c == '.' || c == '-' || u_isalnum(c) != 0 || (mark && !isUnseen(static_cast<char32_t>(c)));
         });
}

}  // namespace

bool isEmailAddress(std::string_view text) {
  const std::size_t at = text.rfind('@');
  return at != std::string_view::npos && text.size() <= kLongest && isLocalPart(text.substr(0, at)) &&
         isDomain(text.substr(at + 1));
}

std::string comparableEmail(std::string_view address) {
  std::string lower;
  each(withoutUnseen(address), [&](UChar32 c, std::string_view bytes) {
    if (c < 0) {
      lower += bytes;
      return true;
    }
    std::uint8_t small[U8_MAX_LENGTH];
    std::size_t length = 0;
    U8_APPEND_UNSAFE(small, length, static_cast<std::uint32_t>(u_tolower(c)));
    lower.append(reinterpret_cast<const char*>(small), length);
    return true;
  });
  return lower;
}

}  // namespace integration::text
