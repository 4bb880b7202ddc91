#include "person_names/words.hpp"

#include <algorithm>

#include "person_names/characters.hpp"

namespace ashby::names {
namespace {

std::string keyOf(std::string_view text) {
  static constexpr std::string_view kCurly = "’", kRegistered = "®", kTrademark = "™";
  const std::string lower = lowered(text);
  std::string_view rest = lower;
  std::string key;
  while (!rest.empty()) {
    std::size_t size = 1;
    if (rest.starts_with(kCurly)) {
      key += '\'';
      size = kCurly.size();
    } else if (rest.starts_with(kRegistered) || rest.starts_with(kTrademark)) {
      size = rest.starts_with(kRegistered) ? kRegistered.size() : kTrademark.size();
    } else if (rest.front() != '.') {
      key += rest.front();
    }
    rest.remove_prefix(size);
  }
  return key;
}

Look lookOf(std::string_view text) {
  const Traits traits = traitsOf(text);
  if (traits.uppers == 0) return traits.lowers > 0 ? Look::lower : Look::unknown;
  return traits.lowers == 0 && traits.uppers > 1 ? Look::capitals : Look::capitalised;
}

}  // namespace

LetterCase letterCaseOf(std::string_view name) {
  const Traits all = traitsOf(name);
  if (all.uppers == 0) return all.lowers > 1 ? LetterCase::lower : LetterCase::mixed;
  if (all.lowers > 0) return LetterCase::mixed;
  // Initials alone are in capitals anyhow.
  const auto words = piecesOf(name, " .,");
  const bool written = std::any_of(words.begin(), words.end(),
                                   [](std::string_view word) { return traitsOf(word).uppers > 2; });
  return written ? LetterCase::upper : LetterCase::mixed;
}

Words wordsOf(std::string_view text, LetterCase letterCase) {
  Words words;
  for (const std::string_view piece : piecesOf(text, " "))
    words.push_back(
        {std::string(piece), keyOf(piece), letterCase == LetterCase::mixed ? lookOf(piece) : Look::unknown});
  return words;
}

bool isInitial(const Word& word) {
  for (const std::string_view piece : piecesOf(word.text, ".-"))
    if (characters(piece) > 1) return false;
  return characters(word.key) == 1 || word.hasInnerDot();
}

std::vector<std::string_view> piecesOf(std::string_view text, std::string_view separators) {
  std::vector<std::string_view> pieces;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(separators), text.size());
    if (end > 0) pieces.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return pieces;
}

Words slice(const Words& words, std::size_t from, std::size_t to) {
  return {words.begin() + static_cast<std::ptrdiff_t>(from), words.begin() + static_cast<std::ptrdiff_t>(to)};
}

Words together(Words words, const Words& more) {
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

std::string joined(const Words& words) {
  std::string text;
  for (const Word& word : words) text += (text.empty() ? "" : " ") + word.text;
  return text;
}

}  // namespace ashby::names
