// Generations and credentials after a name.
#pragma once

#include "person_names/words.hpp"

namespace ashby::names {

// Where the words stand: how sure a suffix has to be depends on it.
enum class Place { wholeName, family, given };

struct Suffixes {
  std::size_t begin = 0;
  bool orName = false;     // a credential that is a surname, too: John Smith MA
  bool orInitial = false;  // V, I or X
};

// Where the suffixes at the end of words begin; at least one word stays a name.
Suffixes suffixesOf(const Words& words, Place place);

// The same of those that are nothing but suffixes, wherever they stand.
std::size_t sureSuffixesBegin(const Words& words);

// Whether a piece between commas holds nothing but suffixes. names: the words of names before the comma.
bool areSuffixes(const Words& piece, std::size_t names);

// CLU, F.R.C.S.: in capitals, and not to be spoken as a word.
bool looksLikeCredential(const Word& word);

bool isCredentialOrName(const Word& word);

// Acca, Mba, Esquire: a suffix written as a surname is.
bool isSuffixOrName(const Word& word);

}  // namespace ashby::names
