// Honorifics that are an initial or a given name in other languages.
#pragma once

#include "person_names/words.hpp"

namespace ashby::names {

// Returns whether the word at this place is rather an honorific than a name, by the words behind it: M. Jean
// Dupont, Don Pedro Ruiz, Pan Jan Kowalski. Never for the last word. It may be a name all the same: the
// reading is to be doubted.
bool isLocalHonorific(const Words& words, std::size_t at);

}  // namespace ashby::names
