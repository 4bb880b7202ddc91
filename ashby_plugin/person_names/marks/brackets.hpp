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

// A bracket is a nickname only if it looks like a given name (one or two capitalised words of letters) and
// stands behind a given name, within the name. At the end of the name it is one only if it begins as the
// given name does: Alexandra Reed (Alex), but Ines Marlow (London). Text in quotes is a nickname wherever it
// stands.
EnclosedRole roleOf(const Enclosed& enclosed, const Quoted& name, LetterCase letterCase);

}  // namespace ashby::names
