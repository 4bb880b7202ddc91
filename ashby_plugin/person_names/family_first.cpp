// Names with commas: suffixes after them, or the family name before the first.
#include <algorithm>
#include <utility>

#include "person_names/characters.hpp"
#include "person_names/credentials.hpp"
#include "person_names/family.hpp"
#include "person_names/lists/lists.hpp"
#include "person_names/name_issues.hpp"
#include "person_names/name_parse.hpp"
#include "person_names/suffixes.hpp"
#include "person_names/titles.hpp"

namespace ashby::names {
namespace {

// Mr., Chief Judge
bool areTitles(const Words& piece) {
  return isSureTitle(piece.front()) && std::all_of(piece.begin() + 1, piece.end(), [](const Word& word) {
           return isSureTitle(word) || kTitlesOrGivenNames.has(word.key);
         });
}

bool areCredentials(const Words& piece) {
  return std::all_of(piece.begin(), piece.end(), looksLikeCredential);
}

// The words of names in a piece, without titles and suffixes.
Words namesIn(const Words& piece) {
  const Titles titles = titlesOf(slice(piece, 0, sureSuffixesBegin(piece)));
  const Words untitled = slice(piece, titles.count, piece.size());
  return slice(untitled, 0, suffixesOf(untitled, Place::wholeName).begin);
}

// de la Vega, Ortega y Gasset, Nadal Parera: a family name of several words, as opposed to a whole name.
bool isFamilyOfSeveral(const Words& names) {
  if (std::any_of(names.begin(), names.end(), isParticle) ||
      std::any_of(names.begin(), names.end(), joinsSurnames))
    return true;
  return isSpanishSurname(names.back()) && !isSpanishGivenName(names.front());
}

// Bob Jones, compositeur: behind a name in capitals, what is none by its letters tells what somebody is.
bool isRemark(const Words& piece, const Words& names) {
  const auto isLower = [](const Word& word) { return word.look == Look::lower; };
  return std::none_of(names.begin(), names.end(), isLower) && !isFamilyOfSeveral(names) &&
         std::all_of(piece.begin(), piece.end(), [&](const Word& word) {
           return isLower(word) && !isParticle(word) && !kCommonGivenNames.has(plain(word.key)) &&
                  !isSpanishGivenName(word);
         });
}

// John Doe, Jr., PhD
Reading readSuffixed(const std::vector<Words>& pieces, std::size_t names) {
  Reading reading = readGivenFirst(pieces[0], Lone::family);
  for (std::size_t i = 1; i < pieces.size(); ++i) {
    const Words& piece = pieces[i];
    const bool suffixes = areSuffixes(piece, names), titles = !suffixes && areTitles(piece);
    Words& part = titles ? reading.title : reading.suffix;
    part = together(std::move(part), piece);
    if (!suffixes && !titles)
      reading.doubts.push_back({"lastName",
                                joined(piece) + " is taken as a credential, but may be the first name",
                                {{piece, {}, namesIn(pieces[0])}}});
    else if (suffixes && names == 1 && isCredentialOrName(piece.front()))
      reading.doubts.push_back({"firstName",
                                joined(piece) + " is taken as a credential, but may be the first name",
                                {{piece, {}, reading.last}}});
  }
  reading.reasons.push_back("what follows the comma is set aside");
  return reading;
}

// Beethoven, Ludwig van; Stein, Karl Freiherr von. In capitals a particle alone may be a given name: Nguyen,
// Thi Van.
std::size_t trailingParticles(const Words& given) {
  std::size_t begin = given.size();
  while (begin > 1 && isParticle(given[begin - 1])) --begin;
  const std::size_t count = given.size() - begin;
  if (count > 0 && begin > 1 && kNobility.has(given[begin - 1].key)) return count + 1;
  return count == 1 && given.back().look == Look::capitalised ? 0 : count;
}

void readFamily(Words piece, Reading& reading) {
  const Words birthName = takeBirthName(piece);
  std::size_t titles = 0;
  // A name at least stays before the suffixes: King Jr.
  while (titles + 1 < sureSuffixesBegin(piece) && isSureTitle(piece[titles])) ++titles;
  const Words untitled = slice(piece, titles, piece.size());
  const Suffixes suffixes = suffixesOf(untitled, Place::family);
  reading.title = slice(piece, 0, titles);
  reading.last = slice(untitled, 0, suffixes.begin);
  reading.suffix = together(slice(untitled, suffixes.begin, untitled.size()), birthName);
  addSuffixDoubts(suffixes, untitled, reading.doubts);
}

void readGiven(Words piece, Reading& reading) {
  const Words birthName = takeBirthName(piece);
  const Titles titles = titlesOf(slice(piece, 0, sureSuffixesBegin(piece)));
  const Words untitled = slice(piece, titles.count, piece.size());
  const Suffixes suffixes = suffixesOf(untitled, Place::given);
  Words given = slice(untitled, 0, suffixes.begin);
  reading.title = together(reading.title, slice(piece, 0, titles.count));
  reading.suffix =
      together(together(reading.suffix, slice(untitled, suffixes.begin, untitled.size())), birthName);

  const std::size_t particles = trailingParticles(given);
  if (particles > 0) {
    reading.last = together(slice(given, given.size() - particles, given.size()), reading.last);
    given.resize(given.size() - particles);
    reading.reasons.push_back("the particle after the first name belongs to the family name");
  }
  const std::size_t first = firstNameSize(given, 0);
  reading.first = slice(given, 0, first);
  reading.middle = slice(given, first, given.size());
  addTitleDoubts(titles, slice(piece, 0, titles.count), together(given, reading.last), reading.doubts);
  if (suffixes.orName)
    reading.doubts.push_back({"middleName",
                              joined(reading.suffix) + " is taken as a credential, but may be a name",
                              {{reading.first, slice(untitled, first, untitled.size()), reading.last}}});
}

// Reads the rest after "Doe, John": suffixes, titles, or something that no rule knows.
void readRest(const Words& piece, Words& unknown, Reading& reading) {
  const bool known = areSuffixes(piece, 2) || areCredentials(piece);
  const bool credentials = !known && !areTitles(piece) && areUnknownCredentials(piece);
  if (credentials)
    reading.doubts.push_back({"middleName",
                              joined(piece) + " is taken as a credential, but may be a middle name",
                              {{reading.first, together(reading.middle, piece), reading.last}}});
  Words& part = known || credentials ? reading.suffix : areTitles(piece) ? reading.title : unknown;
  part = together(std::move(part), piece);
}

// The comma puts the family name first, unless a credential that no list holds follows it: two or more plain
// words before the comma may be the whole name, and capitals after it a credential.
void addFamilyFirstDoubts(const Words& before, const Words& given, Reading& reading) {
  if (reading.last.size() > 1 && !isFamilyOfSeveral(reading.last))
    reading.doubts.push_back(
        {"lastName", joined(before) + ", before the comma, may be the whole name", {plainSplit(before)}});
  else if (before.size() == 1 && before[0].look != Look::capitals && areUnknownCredentials(given))
    reading.doubts.push_back({"firstName",
                              joined(given) + " is taken as the first name, but may be a credential",
                              {{{}, {}, before}}});
}

}  // namespace

Reading readWithCommas(const std::vector<Words>& pieces) {
  const Words before = namesIn(pieces[0]);
  const std::size_t names = before.size();
  const auto isAffix = [&](const Words& piece) { return areSuffixes(piece, names) || areTitles(piece); };
  const auto isAffixOrCredential = [&](const Words& piece) {
    return isAffix(piece) || areCredentials(piece) || areUnknownCredentials(piece) || isRemark(piece, before);
  };
  const auto given = std::find_if_not(pieces.begin() + 1, pieces.end(), isAffix);
  if (given == pieces.end() ||
      (names > 1 && std::all_of(pieces.begin() + 1, pieces.end(), isAffixOrCredential)))
    return readSuffixed(pieces, names);

  Reading reading;
  Words unknown;
  reading.reasons.push_back("the comma puts the family name first");
  readFamily(pieces[0], reading);
  for (auto piece = pieces.begin() + 1; piece != given; ++piece) readRest(*piece, unknown, reading);
  readGiven(*given, reading);
  for (auto piece = given + 1; piece != pieces.end(); ++piece) readRest(*piece, unknown, reading);
  addFamilyFirstDoubts(before, *given, reading);
  addDotDoubt(reading);
  addLetterDoubt({reading.first, reading.middle, reading.last}, reading.doubts);
  if (!unknown.empty()) {
    reading.doubts.push_back({"middleName",
                              joined(unknown) + ", after the second comma, is taken as a middle name",
                              {{reading.first, reading.middle, reading.last}}});
    reading.middle = together(std::move(reading.middle), unknown);
  }
  return reading;
}

}  // namespace ashby::names
