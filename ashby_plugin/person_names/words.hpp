// A name's words, with what the rules ask of them.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ashby::names {

// How a word is written. A name all in capitals or all in lower case tells nothing by it: unknown.
enum class Look { lower, capitalised, capitals, unknown };

struct Word {
  std::string text;
  std::string key;  // as the lists hold it: in lower case, without dots and ®, with straight apostrophes
  Look look = Look::unknown;

  bool is(std::string_view other) const { return key == other; }
  bool endsWithDot() const { return text.ends_with('.'); }
  bool hasInnerDot() const { return text.find('.') < text.size() - 1; }
};
using Words = std::vector<Word>;

// How all of a name is written: mixed where it has letters of both cases or none.
enum class LetterCase { mixed, upper, lower };
LetterCase letterCaseOf(std::string_view name);

// The words between the blanks of a cleaned text.
Words wordsOf(std::string_view text, LetterCase letterCase);

// Returns whether the word is a letter, with or without a dot, or several with dots: J, J., J.R.R.
bool isInitial(const Word& word);

// Whether a key is among the words that one rule knows.
template <std::size_t n>
bool isAmong(std::string_view key, const std::array<std::string_view, n>& words) {
  return std::find(words.begin(), words.end(), key) != words.end();
}

// The pieces of a text between any of these characters.
std::vector<std::string_view> piecesOf(std::string_view text, std::string_view separators);

Words slice(const Words& words, std::size_t from, std::size_t to);
Words together(Words words, const Words& more);
std::string joined(const Words& words);

}  // namespace ashby::names
