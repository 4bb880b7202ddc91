// Credentials that no list holds, told by how they are written.
#pragma once

#include "person_names/words.hpp"

namespace ashby::names {

// Returns whether a piece behind a comma is a credential rather than a given name. Credentials are in
// capitals (FCCA), in mixed case (EdS, SAFe), or words that are nobody's name (Scrum Master).
bool areUnknownCredentials(const Words& piece);

// Where the unknown credentials at the end of a name in mixed case begin: John Smith LEED AP. Two words at
// least stay a name.
std::size_t unknownCredentialsBegin(const Words& words);

}  // namespace ashby::names
