// Invariants that hold for the split of any name.
#pragma once

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "person_names/characters.hpp"
#include "person_names/marks/damage.hpp"
#include "person_names/name.hpp"

namespace ashby::test {

// Returns whether the split may drop a character, such as a comma, a quote or a bracket.
inline bool isMark(UChar32 c) {
  if (c < 0) return false;
  if (c < 0x80) return std::string_view(",\"'`()[]{}<>").find(static_cast<char>(c)) != std::string_view::npos;
  for (const UChar32 mark : {0xb4, 0x2032, 0x2033, 0xff02, 0xff07, 0xff0c, 0x3001, 0x60c})
    if (c == mark) return true;
  const auto type = u_charType(c);
  return type == U_INITIAL_PUNCTUATION || type == U_FINAL_PUNCTUATION || type == U_START_PUNCTUATION ||
         type == U_END_PUNCTUATION;
}

// Returns the words of a text in alphabetical order. Leaves out what the split may drop: marks, and a dot at
// a word's end.
inline std::vector<std::string> bareWords(const std::string& whole) {
  std::string text;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(whole.data());
  for (std::size_t at = 0; at < whole.size();) {
    const std::size_t from = at;
    UChar32 character = 0;
    U8_NEXT(bytes, at, whole.size(), character);
    text += isMark(character) ? " " : whole.substr(from, at - from);
  }
  std::vector<std::string> words;
  std::istringstream stream(text);
  for (std::string word; std::getline(stream, word, ' ');) {
    if (word.ends_with('.')) word.pop_back();
    if (!word.empty()) words.push_back(word);
  }
  std::sort(words.begin(), words.end());
  return words;
}

// Returns the sorted bytes of all words, because Hangul is split without a blank.
inline std::string bareBytes(const std::string& text) {
  std::string bytes;
  for (const std::string& word : bareWords(text)) bytes += word;
  std::sort(bytes.begin(), bytes.end());
  return bytes;
}

inline std::string allPartsOf(const NameSplit& split) {
  std::string all;
  for (const auto& part : {split.parts.title, split.firstName, split.middleName, split.lastName,
                           split.parts.suffix, split.parts.preferredName})
    if (part) all += *part + " ";
  return all;
}

inline bool isUtf8(const std::string& text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t size = lead < 0x80   ? 1
                             : lead < 0xc2 ? 0
                             : lead < 0xe0 ? 2
                             : lead < 0xf0 ? 3
                             : lead < 0xf5 ? 4
                                           : 0;
    if (size == 0 || at + size > text.size()) return false;
    for (std::size_t i = 1; i < size; ++i)
      if ((static_cast<unsigned char>(text[at + i]) & 0xc0U) != 0x80U) return false;
    at += size;
  }
  return true;
}

// Returns what is wrong with the other readings, or "". Only an uncertain name may offer other readings, and
// all readings must differ. An uncertain name must offer one, unless it is damaged, too long or without
// letters.
inline std::string alternativesFaultOf(const std::string& name, const NameSplit& split) {
  constexpr std::size_t kLongestName = 1000;
  const auto& others = split.parts.alternatives;
  if (split.issues.empty() && !others.empty()) return "'" + name + "' has other readings unflagged";
  if (!split.issues.empty() && others.empty() && names::traitsOf(name).letters > 0 &&
      name.size() <= kLongestName && !names::damageOf(name))
    return "'" + name + "' is flagged without another reading";
  const std::map<std::string, integration::Text> own = {
      {"firstName", split.firstName}, {"middleName", split.middleName}, {"lastName", split.lastName}};
  if (std::find(others.begin(), others.end(), own) != others.end())
    return "'" + name + "' offers its own reading";
  return std::set(others.begin(), others.end()).size() == others.size()
             ? ""
             : "'" + name + "' offers a reading twice";
}

// Returns what is wrong with the split of a name, or "". No word may be lost or doubled, and the split must
// give a reason. If the name is UTF-8, so is the result.
inline std::string faultOf(const std::string& name) {
  const NameSplit split = splitName(name);
  const std::string whole = names::cleaned(name), parts = allPartsOf(split);
  const std::vector<std::string> words = bareWords(whole);
  const bool hangul = std::any_of(words.begin(), words.end(),
                                  [](const std::string& word) { return names::traitsOf(word).hangul; });
  const bool allHeld = hangul ? bareBytes(parts) == bareBytes(whole) : bareWords(parts) == words;
  if (!allHeld) return "'" + name + "' becomes '" + parts + "'";
  if (split.parts.reason.empty()) return "'" + name + "' is split without a reason";
  if (std::string fault = alternativesFaultOf(name, split); !fault.empty()) return fault;
  std::string said = parts + split.parts.reason;
  for (const integration::Issue& issue : split.issues) said += issue.message;
  for (const auto& other : split.parts.alternatives)
    for (const auto& [key, value] : other) said += value.value_or("");
  return isUtf8(said) || !isUtf8(name) ? "" : "'" + name + "' is said in other bytes than UTF-8";
}

}  // namespace ashby::test
