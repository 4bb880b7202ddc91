// Names that may end in two surnames: of Spain, Portugal and Latin America, and those with several particles.
#include <algorithm>
#include <array>

#include "person_names/characters.hpp"
#include "person_names/family.hpp"
#include "person_names/lists/lists.hpp"
#include "person_names/name_issues.hpp"
#include "person_names/orders/orders.hpp"

namespace ashby::names {
namespace {

using namespace std::string_view_literals;

// Endings of Basque surnames (Etxeberria, Arriaga), and the Spanish "son of" (Fernández).
bool endsAsSurname(std::string_view key) {
  static constexpr std::array kEndings = {
      "ez"sv,    "erria"sv, "arria"sv,  "orria"sv, "everria"sv, "everri"sv, "iaga"sv,  "uaga"sv,   "zaga"sv,
      "alaga"sv, "diola"sv, "egi"sv,    "egui"sv,  "etxe"sv,    "etxea"sv,  "echea"sv, "goitia"sv, "beitia"sv,
      "mendi"sv, "zabal"sv, "iturri"sv, "berri"sv, "arana"sv,   "oetxea"sv, "gorri"sv, "zubia"sv};
  return std::any_of(kEndings.begin(), kEndings.end(), [&](std::string_view ending) {
    return key.size() > std::max<std::size_t>(4, ending.size()) && key.ends_with(ending);
  });
}

bool isGivenName(const Word& word) {
  const std::string key = plain(word.key);
  return kSpanishGivenNames.has(key) || kCommonGivenNames.has(key);
}

// Nicolás is Spanish, Nicolas may be anybody.
bool isIberianOnlyGivenName(const Word& word) {
  const std::string key = plain(word.key);
  return kIberianOnlyGivenNames.has(key) || (key != word.key && kSpanishGivenNames.has(key));
}

// Azín, Bonmatí: Spanish and Portuguese write these accents, though others do as well.
bool hasAcuteAccent(const Word& word) {
  static constexpr std::array kAcute = {"á"sv, "é"sv, "í"sv, "ó"sv, "ú"sv};
  return std::any_of(kAcute.begin(), kAcute.end(),
                     [&](std::string_view accent) { return word.key.find(accent) != std::string::npos; });
}

// da Silva, d'Estaing: behind a given name, what is no other one may belong to it: Giscard d'Estaing.
bool opensRomanceSurname(const Word& word) {
  static constexpr std::array kParticles = {"da"sv, "das"sv, "de"sv, "des"sv, "do"sv, "dos"sv, "du"sv};
  return isAmong(word.key, kParticles) || isParticleWithName(word);
}

// Whether the word before the family name is a surname, too: by itself, or as what is nobody's given name in
// a name that is Spanish or Portuguese otherwise.
bool endsInSurname(const Alternative& split) {
  if (split.middle.empty() || isInitial(split.middle.back()) || isParticle(split.middle.back())) return false;
  // J. Leon Holmes: a surname that is a given name elsewhere.
  const bool given = kCommonGivenNames.has(plain(split.middle.back().key));
  if (isSpanishSurname(split.middle.back())) return !given || isSpanishGivenName(split.first.front());
  if (given || isSpanishGivenName(split.middle.back())) return false;
  const bool accented = hasAcuteAccent(split.middle.back()) || hasAcuteAccent(split.last.back());
  if (accented && isSpanishGivenName(split.first.front())) return true;
  return isIberianOnlyGivenName(split.first.front()) || isSpanishSurname(split.last.back()) ||
         opensRomanceSurname(split.last.front());
}

// da Silva Costa, bin Rashid Al Mansouri: more than one name may follow.
bool leavesSurnamesOpen(const Word& word) {
  static constexpr std::array kOpen = {"ap"sv,   "da"sv,    "das"sv, "do"sv, "dos"sv, "del"sv, "bin"sv,
                                       "bint"sv, "binti"sv, "ibn"sv, "بن"sv, "بنت"sv, "ابن"sv};
  return isAmong(word.key, kOpen);
}

// Join the father's name, which stands between the given name and the family's: Noura bint Khalid Al Suwaidi.
bool opensFathersName(const Word& word) {
  static constexpr std::array kWords = {"a/l"sv, "a/p"sv, "bin"sv, "bint"sv, "binte"sv, "binti"sv, "d/o"sv,
                                        "ibn"sv, "s/o"sv, "بن"sv,  "بنت"sv,  "ابن"sv,   "בן"sv,    "בת"sv};
  return isAmong(word.key, kWords);
}

void addTwoSurnames(const Words& names, const Alternative& split, std::vector<Doubt>& doubts) {
  std::size_t begin = names.size() - split.last.size() - 1;
  while (begin > split.first.size() && isParticle(names[begin - 1])) --begin;
  doubts.push_back(
      {"lastName",
       "the last two names may both be surnames",
       {{split.first, slice(names, split.first.size(), begin), slice(names, begin, names.size())}}});
}

// María del Valle García: the particle may belong to the given name.
void addOpenParticles(const Alternative& split, std::vector<Doubt>& doubts) {
  std::size_t particles = 0;
  while (particles + 1 < split.last.size() && isParticle(split.last[particles])) ++particles;
  const std::size_t surnames = split.last.size() - particles;
  if (particles > 0 && surnames > 1 &&
      (isSpanishSurname(split.last.back()) || leavesSurnamesOpen(split.last[particles - 1])))
    doubts.push_back({"lastName",
                      "it can't be told which of the names after the particle are surnames",
                      {{split.first, together(split.middle, slice(split.last, 0, split.last.size() - 1)),
                        slice(split.last, split.last.size() - 1, split.last.size())}}});
}

// Jean le Rond d'Alembert: the last particle opens the family name, but an earlier one may do so.
void addEarlierParticle(const Words& names, const Alternative& split, std::vector<Doubt>& doubts) {
  const auto particle = std::find_if(split.middle.begin(), split.middle.end(), [](const Word& word) {
    return isParticle(word) || isParticleWithName(word);
  });
  if (particle == split.middle.end() || opensFathersName(*particle)) return;
  const auto begin = split.first.size() + static_cast<std::size_t>(particle - split.middle.begin());
  doubts.push_back(
      {"lastName",
       "the family name may begin at " + particle->text,
       {{split.first, slice(names, split.first.size(), begin), slice(names, begin, names.size())}}});
}

}  // namespace

bool isSpanishSurname(const Word& word) {
  const std::string key = plain(word.key);
  if (kSpanishSurnames.has(key)) return true;
  const bool spelledSpanish = word.key.find("ñ") != std::string::npos || word.key.ends_with("ães") ||
                              word.key.ends_with("ões") || endsAsSurname(key);
  return spelledSpanish && !isGivenName(word);
}

bool isSpanishGivenName(const Word& word) {
  return kSpanishGivenNames.has(plain(word.key));
}

void addSurnameDoubts(const Words& names, const Alternative& split, std::vector<Doubt>& doubts) {
  // Between two surnames, "y" would have told, as a hyphen would.
  if (std::any_of(split.last.begin(), split.last.end(), joinsSurnames)) return;
  if (endsInSurname(split))
    addTwoSurnames(names, split, doubts);
  else
    addOpenParticles(split, doubts);
  addEarlierParticle(names, split, doubts);
}

}  // namespace ashby::names
