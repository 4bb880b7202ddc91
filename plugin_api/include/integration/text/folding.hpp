// Text as it is searched and matched: "GROSS" and "Groß", "Díaz, Íris" and "iris diaz" are the same words.
// Target plugin_text, which links ICU. All functions are thread-safe and throw nothing but std::bad_alloc.
// Text that is no UTF-8 is read as if U+FFFD stood at the damage.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace integration {

// Returns the text without differences that a search ignores. It unifies compatible forms (NFKD) and folds
// case. It removes accents and invisible characters, and makes letters such as ø, ł and ı plain. Marks that
// are letters in their script (vowel signs, voicing) stay.
std::string folded(std::string_view text);

// Returns the folded text's words: runs of letters, digits and marks. An apostrophe within a word is dropped.
std::vector<std::string> foldedWords(std::string_view text);

// Returns the text in one form (NFC) with case folded: accents and signs stay.
std::string caseFolded(std::string_view text);

// Tells whether each wanted word is one of `words`, in whatever order; a doubled one counts twice. False if
// no word is wanted.
bool hasWords(const std::vector<std::string>& words, const std::vector<std::string>& wanted);

}  // namespace integration
