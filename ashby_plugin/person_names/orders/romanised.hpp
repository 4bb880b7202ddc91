// Names of China, Korea, Japan and Vietnam as they are written in Latin letters.
#pragma once

#include "person_names/words.hpp"

namespace ashby::names {

// Returns whether a word may be a given name of these languages: a syllable, or several with hyphens (Jun,
// Min-jun).
// joinedToo: whether two syllables written as one count, too (Jinping).
bool soundsEastAsian(const Word& word, bool joinedToo);

// Returns whether a word is one or two syllables as only Korean and Chinese have them: Yuna, Minho, Weiming,
// Dan. Stricter than the above, for surnames that are names elsewhere, too: Kim Novak, Lee Harris.
bool isKoreanOrChineseGivenName(const Word& word);

}  // namespace ashby::names
