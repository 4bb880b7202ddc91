// Honorifics before a name.
#pragma once

#include "person_names/words.hpp"

namespace ashby::names {

struct Titles {
  std::size_t count = 0;
  bool unlisted = false;     // an abbreviation that no list holds: Xyz. John Smith
  bool orGivenName = false;  // Duke Martin King
  bool couple = false;       // Mr. and Mrs. John Smith
  bool mayGoOn = false;      // Dean of Computer Science Robert Johns: "of" may take more words than one
  bool beforeGiven = false;  // a lone name after it is a given name: Sir Gerald
};

// The titles that words begin with; at least one word stays a name.
Titles titlesOf(const Words& words);

// Where the honorifics that follow a name begin (John Smith Dr.); a first and a last name stay before them.
std::size_t trailingTitlesBegin(const Words& words);

// Whether a title without a dot is a given name as well: Maj, King.
bool mayBeGivenName(const Word& title);

// Returns whether the word is always a title, after a comma or before a family name. No rule weighs the words
// around it.
bool isSureTitle(const Word& word);

}  // namespace ashby::names
