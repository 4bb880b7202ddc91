#include "mapping/name.hpp"

#include <algorithm>
#include <array>

namespace ashby {
namespace {

constexpr std::array<std::string_view, 27> kParticles = {
    "van", "von", "der", "den", "de",  "del", "della", "di",  "da",  "dos", "das", "do", "du", "le",
    "la",  "las", "los", "ter", "ten", "zu",  "zum",   "zur", "bin", "ibn", "al",  "el", "af"};

bool isParticle(const std::string& word) {
  return std::find(kParticles.begin(), kParticles.end(), word) != kParticles.end();
}

// White space of any script counts: ASCII, NBSP (C2 A0), the U+2000 block's (E2 80 80-8A, AF), U+3000 (E3 80
// 80).
std::size_t spaceAt(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  if (byte(at) == ' ' || (byte(at) >= '\t' && byte(at) <= '\r')) return 1;
  if (byte(at) == 0xc2 && byte(at + 1) == 0xa0) return 2;
  if (byte(at) == 0xe2 && byte(at + 1) == 0x80 &&
      ((byte(at + 2) >= 0x80 && byte(at + 2) <= 0x8a) || byte(at + 2) == 0xaf))
    return 3;
  if (byte(at) == 0xe3 && byte(at + 1) == 0x80 && byte(at + 2) == 0x80) return 3;
  return 0;
}

std::vector<std::string> wordsOf(std::string_view name) {
  std::vector<std::string> words(1);
  for (std::size_t at = 0; at < name.size();) {
    if (const std::size_t space = spaceAt(name, at)) {
      if (!words.back().empty()) words.emplace_back();
      at += space;
    } else {
      words.back() += name[at++];
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

integration::Text join(const std::vector<std::string>& words, std::size_t from, std::size_t to) {
  std::string joined;
  for (std::size_t i = from; i < to; ++i) joined += (i == from ? "" : " ") + words[i];
  return joined.empty() ? std::nullopt : std::optional(joined);
}

}  // namespace

NameSplit splitName(std::string_view name) {
  const std::vector<std::string> words = wordsOf(name);
  NameSplit split;
  if (words.empty()) {
    split.parts.reason = "Ashby holds no name";
    return split;
  }
  split.firstName = words.front();
  if (words.size() == 1) {
    split.parts.reason = "a name of one word: taken as the first name";
    split.issues.push_back({"lastName", "uncertain", "Ashby's name is a single word: fill in the last name"});
    return split;
  }
  std::size_t family = words.size() - 1;
  while (family > 1 && isParticle(words[family - 1])) --family;
  split.middleName = join(words, 1, family);
  split.lastName = join(words, family, words.size());
  split.parts.reason = family < words.size() - 1 ? "first word given, the particles belong to the family name"
                                                 : "first word given, last word family";
  return split;
}

}  // namespace ashby
