#include "fields/link.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "integration/text/trimmed.hpp"

namespace ashby {
namespace {

bool isOneWord(std::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  bool letters = false;
  for (std::size_t at = 0; at < text.size();) {
    UChar32 c = 0;
    U8_NEXT(bytes, at, text.size(), c);
    if (c < 0 || integration::text::isUnseen(static_cast<char32_t>(c))) return false;
    letters = letters || u_isalnum(c) != 0;
  }
  return letters;
}

bool isWebScheme(std::string_view scheme) {
  const auto is = [&](std::string_view word) {
    return std::equal(scheme.begin(), scheme.end(), word.begin(), word.end(),
                      [](char a, char b) { return (a | 0x20) == b; });
  };
  return is("http") || is("https");
}

// A host has a dot; a path alone ("n/a") leads nowhere.
bool isLink(std::string_view text) {
  const std::size_t end = text.find_first_of(":/?#");
  if (end != std::string_view::npos && text[end] == ':') {
    if (!isWebScheme(text.substr(0, end)) || !text.substr(end).starts_with("://")) return false;
    text.remove_prefix(end + 3);
  }
  const std::size_t path = text.find_first_of("/?#");
  const std::string_view host = text.substr(0, path);
  const bool named = path == std::string_view::npos;
  return !host.empty() && (named || host.find('.') != std::string_view::npos);
}

}  // namespace

std::optional<integration::Issue> linkIssue(const std::string& path, const std::string& text) {
  if (isOneWord(text) && isLink(text)) return std::nullopt;
  return integration::Issue{path, "invalid",
                            "This is no profile: write its address, such as https://example.org/nadia"};
}

}  // namespace ashby
