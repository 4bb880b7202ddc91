#include "pages/secret_guard.hpp"

#include <algorithm>
#include <string_view>

namespace host_stub {

namespace {

// These compare ASCII characters: a text with any other letter is no key.
bool isDigit(char c) {
  return c >= '0' && c <= '9';
}
bool isLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool isHex(char c) {
  return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
bool isTokenCharacter(char c) {
  return isDigit(c) || isLetter(c) || std::string_view("-_+/=").find(c) != std::string_view::npos;
}

// Returns whether the text may be an application's id: 8-4-4-4-12 hexadecimal digits.
bool isUuid(std::string_view text) {
  if (text.size() != 36) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    if (dash ? text[i] != '-' : !isHex(text[i])) return false;
  }
  return true;
}

}  // namespace

bool looksLikeASecret(const std::string& text) {
  constexpr std::size_t kMinimumLength = 32;
  const auto from = text.find_first_not_of(" \t\r\n"), to = text.find_last_not_of(" \t\r\n");
  if (from == std::string::npos) return false;
  const std::string_view word = std::string_view(text).substr(from, to - from + 1);
  if (word.size() < kMinimumLength || isUuid(word)) return false;
  if (!std::all_of(word.begin(), word.end(), isTokenCharacter)) return false;
  return std::any_of(word.begin(), word.end(), isDigit);
}

std::string refuseSecret(const std::string& text) {
  if (!looksLikeASecret(text)) return {};
  return "This looks like an API key or a token, so nobody was asked about it. Paste it where it belongs, "
         "and look for people by name, email or application id.";
}

}  // namespace host_stub
