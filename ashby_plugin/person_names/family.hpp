// Where the given name ends and the family name begins, in names that write the given name first.
#pragma once

#include "person_names/words.hpp"

namespace ashby::names {

// Joins the word after it: van, de, al. Never the first word of a whole name.
bool isParticle(const Word& word);
// Holds a particle and the name after it: d'Alembert, dell'Orto.
bool isParticleWithName(const Word& word);
// y, e or i between two surnames, as opposed to an initial.
bool joinsSurnames(const Word& word);
// Whether the word at this place is "und" or the like between two particles: von und zu.
bool joinsParticles(const Words& words, std::size_t at);

// Returns how many words the first name has: two in "abdul salam", three in "María del Carmen".
// spare: the number of words that must remain for the family name.
std::size_t firstNameSize(const Words& words, std::size_t spare);

// Where the family name begins, at from or later.
std::size_t familyBegin(const Words& words, std::size_t from);

// How many particles words begin with that open a family name standing alone: de la Vega.
std::size_t openingParticles(const Words& words);

}  // namespace ashby::names
