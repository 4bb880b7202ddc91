#include "person_names/local_honorifics.hpp"

#include <algorithm>
#include <initializer_list>

#include "person_names/characters.hpp"
#include "person_names/lists/lists.hpp"
#include "person_names/name_issues.hpp"
#include "person_names/titles.hpp"

namespace ashby::names {
namespace {

bool isAnyOf(const Word& word, std::initializer_list<std::string_view> keys) {
  return std::find(keys.begin(), keys.end(), word.key) != keys.end();
}

// Jean, Pierre-Yves
bool isFrenchGivenName(const Word& word) {
  const std::string key = plain(word.key);
  const auto pieces = piecesOf(key, "-");
  return !pieces.empty() && kFrenchGivenNames.has(pieces.front());
}

// Monsieur and Maître. M. is an initial as well, and stays one before other names: M. Scott Peck.
bool isFrench(const Words& words, std::size_t at) {
  if (!isAnyOf(words[at], {"m", "me"}) || words[at].look == Look::lower) return false;
  const bool couple =
      at + 2 < words.size() && isAnyOf(words[at + 1], {"et", "&"}) && isSureTitle(words[at + 2]);
  return couple || isFrenchGivenName(words[at + 1]);
}

// Don and Doña: before a Spanish given name, in a name that is Spanish otherwise.
bool isSpanish(const Words& words, std::size_t at) {
  const bool abbreviated = isAnyOf(words[at], {"d", "dn"}) && words[at].endsWithDot();
  if (!abbreviated && !isAnyOf(words[at], {"don", "dona", "dª"})) return false;
  return at + 2 < words.size() && isSpanishGivenName(words[at + 1]) &&
         (kIberianOnlyGivenNames.has(plain(words[at + 1].key)) || isSpanishSurname(words.back()));
}

// Pan is a surname in China.
bool isSlavic(const Words& words, std::size_t at) {
  if (!isAnyOf(words[at], {"pan", "pani"}) || at + 2 >= words.size()) return false;
  return !orderDoubt(slice(words, at, words.size()));
}

// Ing Paolo Verdi: Ing and Sig are given names, too, with no given name behind them.
bool isProfession(const Words& words, std::size_t at) {
  const std::string next = plain(words[at + 1].key);
  return isAnyOf(words[at], {"ing", "sig", "lic", "eng", "arq"}) && at + 2 < words.size() &&
         (kCommonGivenNames.has(next) || kSpanishGivenNames.has(next));
}

// CA Rahul Sharma (an accountant of India), H.E. John Smith (His Excellency), U Ba Maung (of Myanmar):
// initials elsewhere, and before an initial.
bool isInCapitals(const Words& words, std::size_t at) {
  const Word& word = words[at];
  if (!isAnyOf(word, {"ca", "cs", "he", "u"}) || at + 2 >= words.size() || isInitial(words[at + 1]))
    return false;
  const Traits traits = traitsOf(word.text);
  return traits.uppers == traits.letters && (traits.letters > 1 || !word.endsWithDot());
}

// p. Jan Kowalski: an initial is a capital.
bool isSmallLetter(const Words& words, std::size_t at) {
  return words[at].look == Look::lower && words[at].endsWithDot() && characters(words[at].key) == 1 &&
         at + 2 < words.size();
}

}  // namespace

bool isLocalHonorific(const Words& words, std::size_t at) {
  return at + 1 < words.size() &&
         (isFrench(words, at) || isSpanish(words, at) || isSlavic(words, at) || isProfession(words, at) ||
          isInCapitals(words, at) || isSmallLetter(words, at));
}

}  // namespace ashby::names
