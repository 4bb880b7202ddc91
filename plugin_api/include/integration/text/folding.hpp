// Text as it is searched and matched: "GROSS" and "Groß", "Díaz, Íris" and "iris diaz" are the same words.
// Target plugin_text, which links ICU. All functions are thread-safe; text that is no UTF-8 is read as if
// U+FFFD stood at the damage, and nothing throws but std::bad_alloc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace integration {

// Returns the text with compatible forms unified (NFKD), accents and signs that nobody sees off, letters of
// other alphabets' Latin kin (ø, ł, ı) plain, and case folded. Marks that are letters in their script (vowel
// signs, voicing) stay.
std::string folded(std::string_view text);

// Returns the folded text's words: runs of letters, digits and marks. An apostrophe within a word is dropped.
std::vector<std::string> foldedWords(std::string_view text);

// Returns the text in one form (NFC) with case folded: accents and signs stay.
std::string caseFolded(std::string_view text);

// Tells whether each wanted word is one of `words`, in whatever order; a doubled one counts twice. False if
// no word is wanted.
bool hasWords(const std::vector<std::string>& words, const std::vector<std::string>& wanted);

}  // namespace integration
