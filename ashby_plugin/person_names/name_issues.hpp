// Finds what makes the split of a name doubtful. Each issue carries the other reading; a certain split has
// told.
#pragma once

#include "person_names/name_parse.hpp"
#include "person_names/suffixes.hpp"
#include "person_names/titles.hpp"

namespace ashby::names {

// names: without titles and suffixes, as split reads them.
void addDoubts(const Words& names, const Alternative& split, std::vector<Doubt>& doubts);

// Tells of a dot after a first or a last name that is no abbreviation. It is left out after a usual given
// name (John. A. Kenneth), and kept after any other.
void addDotDoubt(Reading& reading);

// A letter before a full given name, which is the one in use, or a title: J. Leon Holmes, M. Scott Peck.
void addLetterDoubt(const Alternative& split, std::vector<Doubt>& doubts);

// A title or initials that run into the name after them are kept as one word.
void addMissingBlank(const Words& names, std::vector<Doubt>& doubts);
void addTitleDoubts(const Titles& titles, const Words& title, const Words& names, std::vector<Doubt>& doubts);
void addSuffixDoubts(const Suffixes& suffixes, const Words& untitled, std::vector<Doubt>& doubts);

// Whether names, in Latin script, may have the family name first, as in China, Korea, Japan and Vietnam.
std::optional<Doubt> orderDoubt(const Words& names);

// Whether it is a surname, or a given name, of Spain, Portugal or Latin America.
bool isSpanishSurname(const Word& word);
bool isSpanishGivenName(const Word& word);

// Whether it is a surname of these countries that nobody elsewhere is called by.
bool isEastAsianSurname(const Word& word);

}  // namespace ashby::names
