// The meaning of a text in quotes or brackets for the name beside it.
#pragma once

#include "person_names/nicknames.hpp"
#include "person_names/words.hpp"

namespace ashby::names {

enum class EnclosedRole {
  nickname,  // the preferred name
  aside,     // a suffix, pronouns or a name at birth: kept beside the name
  unsure     // kept beside the name, and may be a nickname
};

// Returns what the enclosed text is. A text in quotes is always a nickname. A text in brackets is one only if
// it looks like a given name (one or two capitalised words). It must be behind a given name, within the name.
// At the end of the name it must begin as the given name does. So Alexandra Reed (Alex) has a nickname, Ines
// Marlow (London) has none.
EnclosedRole roleOf(const Enclosed& enclosed, const Quoted& name, LetterCase letterCase);

}  // namespace ashby::names
