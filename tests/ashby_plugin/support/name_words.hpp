// What must hold of any name that is split.
#pragma once

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include "mapping/name.hpp"
#include "mapping/names/characters.hpp"

namespace ashby::test {

// The words of a text, without what the split may drop: commas, quotes and brackets. In order of the
// alphabet.
inline std::vector<std::string> bareWords(std::string text) {
  for (const std::string mark : {",", "，", "、", "،",  "\"", "'", "(", ")", "[", "]", "{", "}", "<",
                                 ">", "（", "）", "「", "」", "“", "”", "„", "‘", "’", "«", "»"})
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at))
      text.replace(at, mark.size(), " ");
  std::vector<std::string> words;
  std::istringstream stream(text);
  for (std::string word; std::getline(stream, word, ' ');)
    if (!word.empty()) words.push_back(word);
  std::sort(words.begin(), words.end());
  return words;
}

// Hangul is split without a blank.
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

// What is wrong with the split of a name; "" where no word is lost or doubled, and what it says is UTF-8
// wherever the name is.
inline std::string faultOf(const std::string& name) {
  const NameSplit split = splitName(name);
  const std::string whole = names::cleaned(name), parts = allPartsOf(split);
  const std::vector<std::string> words = bareWords(whole);
  const bool hangul = std::any_of(words.begin(), words.end(),
                                  [](const std::string& word) { return names::traitsOf(word).hangul; });
  const bool allHeld = hangul ? bareBytes(parts) == bareBytes(whole) : bareWords(parts) == words;
  if (!allHeld) return "'" + name + "' becomes '" + parts + "'";
  if (split.parts.reason.empty()) return "'" + name + "' is split without a reason";
  std::string said = parts + split.parts.reason;
  for (const integration::Issue& issue : split.issues) said += issue.message;
  for (const auto& other : split.parts.alternatives)
    for (const auto& [key, value] : other) said += value.value_or("");
  return isUtf8(said) || !isUtf8(name) ? "" : "'" + name + "' is said in other bytes than UTF-8";
}

}  // namespace ashby::test
