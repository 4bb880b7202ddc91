// Words that may be something else than the part that they are taken for.
#include <algorithm>
#include <array>
#include <utility>

#include "person_names/characters.hpp"
#include "person_names/family.hpp"
#include "person_names/lists/lists.hpp"
#include "person_names/name_issues.hpp"
#include "person_names/orders/orders.hpp"
#include "person_names/suffixes.hpp"

namespace ashby::names {
namespace {

// Person Acca, John Esquire
void addSuffixOrName(const Words& names, std::vector<Doubt>& doubts) {
  if (names.size() == 2 && isSuffixOrName(names[1]))
    doubts.push_back({"lastName",
                      names[1].text + " is taken as the last name, but may be no name at all",
                      {{slice(names, 0, 1), {}, {}}}});
}

// alex ben johnson, Mohamed Ben Ali, Maria Lo Presti, Ann O Neill: particles where they are in lower case.
// Capitals hide them.
void addPossibleParticle(const Words& names, const Alternative& split, std::vector<Doubt>& doubts) {
  const std::size_t family = names.size() - split.last.size();
  const std::size_t near = family - std::min<std::size_t>(2, family);
  for (std::size_t at = std::max(split.first.size(), near); at < family; ++at) {
    const bool particle = !isInitial(names[at]) && kLowerCaseParticles.has(names[at].key);
    if (names[at].look == Look::lower || (!particle && names[at].text != "O")) continue;
    doubts.push_back({"lastName",
                      names[at].text + " is taken as a middle name, but may be a particle",
                      {{split.first, slice(names, split.first.size(), at), slice(names, at, names.size())}}});
    return;
  }
}

// A, J.A., JA or DJR: initials, as they stand behind a family name.
bool areInitials(const Word& word) {
  const Traits traits = traitsOf(word.text);
  if (traits.eastAsian) return false;
  if (isInitial(word)) return traits.letters > 0;
  const bool spoken = plain(word.key).find_first_of("aeiouy") != std::string::npos;
  return word.look == Look::capitals && traits.letters < (spoken ? 3 : 4);
}

// Smith John A, Doe JA: the initials are rather a first or a middle name's.
void addLastInitial(const Words& names, std::vector<Doubt>& doubts) {
  if (!areInitials(names.back())) return;
  const Words given = slice(names, 0, names.size() - 1);
  std::vector<Alternative> others;
  if (given.size() == 1)
    others = {{given, {}, {}}, {slice(names, 1, 2), {}, given}};
  else if (isInitial(names[1]))
    others = {{slice(names, 0, 1), slice(names, 1, names.size()), {}}};
  else
    others = {{slice(names, 1, 2), slice(names, 2, names.size()), slice(names, 0, 1)}};
  doubts.push_back({"lastName", names.back().text + " is taken as the last name, but may be an initial",
                    std::move(others)});
}

// Lon Jr. Williams, John Dr. Smith, Esq. John Doe
void addMisplacedAffix(const Words& names, std::vector<Doubt>& doubts) {
  static constexpr std::array<std::string_view, 7> kAffixes = {"dr", "esq", "iii", "jr", "phd", "prof", "sr"};
  for (std::size_t at = 0; at + 1 < names.size(); ++at) {
    if (names[at].look == Look::unknown || isInitial(names[at]) || !isAmong(names[at].key, kAffixes))
      continue;
    doubts.push_back({"middleName",
                      names[at].text + ", where it stands, may be a title or a suffix",
                      {plainSplit(together(slice(names, 0, at), slice(names, at + 1, names.size())))}});
    return;
  }
}

// John e Smith: two surnames, or an initial.
void addJointOrInitial(const Words& names, std::vector<Doubt>& doubts) {
  if (names.size() == 3 && names[1].look == Look::lower && joinsSurnames(names[1]))
    doubts.push_back({"lastName",
                      names[1].text + " is taken as an initial, but may join two surnames",
                      {{{}, {}, names}}});
}

// M. Dupont, Pani Kowalska, The Smiths: a title, or a name. Pan is a surname in China.
void addTitleOrName(const Words& names, const Alternative& split, std::vector<Doubt>& doubts) {
  if (!split.middle.empty() || isInitial(names[1])) return;
  const Word& first = names[0];
  const bool slavic = names.size() == 2 && (first.is("pan") || first.is("pani")) && !orderDoubt(names);
  if (!slavic && !first.is("the") && first.text != "M.") return;
  doubts.push_back(
      {"firstName", first.text + " is taken as a name, but may be a title", {{{}, {}, split.last}}});
}

// John Smith the Third, Alexander the Great: what "the" opens is no surname.
void addByname(const Words& names, std::vector<Doubt>& doubts) {
  const std::size_t the = names.size() - 2;
  if (the == 0 || !names[the].is("the")) return;
  doubts.push_back({"lastName",
                    joined(slice(names, the, names.size())) + " may be no part of the name",
                    {plainSplit(slice(names, 0, the))}});
}

// John Smith of London: a place rather than a name.
void addPlace(const Words& names, const Alternative& split, std::vector<Doubt>& doubts) {
  const std::size_t family = names.size() - split.last.size();
  if (family > 0 && split.last.size() > 1 && split.last.front().is("of"))
    doubts.push_back({"lastName",
                      joined(split.last) + " is taken as the last name, but may be a place",
                      {plainSplit(slice(names, 0, family))}});
}

}  // namespace

void addWordDoubts(const Words& names, const Alternative& split, std::vector<Doubt>& doubts) {
  addSuffixOrName(names, doubts);
  addPossibleParticle(names, split, doubts);
  addLastInitial(names, doubts);
  addMisplacedAffix(names, doubts);
  addJointOrInitial(names, doubts);
  addTitleOrName(names, split, doubts);
  addByname(names, doubts);
  addPlace(names, split, doubts);
}

}  // namespace ashby::names
