// The words that names are read by, as data: in lower case, without dots, sorted by their bytes.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace ashby::names {

struct WordList {
  const std::string_view* words;
  std::size_t size;

  bool has(std::string_view word) const { return std::binary_search(words, words + size, word); }
};

// Before the name. A lone name after some of them is a given name (Sir Gerald), else the family's (Mr.
// Andrews).
extern const WordList kTitles, kTitlesBeforeGivenNames;
// Titles in a name of three words (Duke Martin King), given names in one of two (Duke Ellington).
extern const WordList kTitlesOrGivenNames;
// Given names (Dean Smith, Earl Jones), but titles before "of", before another title, or with a dot.
extern const WordList kGivenNamesOrTitles;
// Written with a dot (Wm. Shakespeare), but no titles.
extern const WordList kGivenAbbreviations;

// After the name. Those that are names as well need a first and a last name before them.
extern const WordList kGenerations, kGenerationsOrNames, kCredentials, kCredentialsOrNames;

// Join the words after them to the family name. Some do so only in lower case (Ahmad ben Husain, but Ben
// Johnson). The opening ones begin a family name that stands alone (de la Vega).
extern const WordList kParticles, kLowerCaseParticles, kOpeningParticles;
// Join the word after them to one given name (Abdul Salam).
extern const WordList kBoundGivenNames;
// María + del + Carmen and the like are given names.
extern const WordList kDevotedGivenNames, kDevotions;

// Titles of nobility, part of the surname before "von".
extern const WordList kNobility;
// Words behind a comma that tell what somebody is: Scrum Master, Chartered Accountant.
extern const WordList kQualifications;

extern const WordList kCompanies;

// Usual first and middle names of Europe and North America, and those of French, without accents.
extern const WordList kCommonGivenNames, kFrenchGivenNames;
// Without accents. Spanish: of Portugal and Latin America as well.
extern const WordList kSpanishGivenNames, kSpanishSurnames;
extern const WordList kHungarianGivenNames, kHungarianSurnames;
// Those of the given names that nobody elsewhere is called by.
extern const WordList kIberianOnlyGivenNames, kHungarianOnlyGivenNames;
// Usual surnames of Europe that are nobody's given name.
extern const WordList kUsualSurnames;
extern const WordList kJapaneseGivenNames;
extern const WordList kVietnameseSurnames, kChineseAndKoreanSurnames, kJapaneseSurnames;
// Those of the surnames that people of other countries are called by, too (Kim, Lee).
extern const WordList kAlsoWesternGivenNames;
// In Hangul and in Han characters.
extern const WordList kKoreanScriptSurnames, kHanScriptSurnames, kJapaneseScriptSurnames;

}  // namespace ashby::names
