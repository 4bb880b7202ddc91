// Words that may be something else than the part that they are taken for.
#include <algorithm>

#include "mapping/names/characters.hpp"
#include "mapping/names/doubts.hpp"
#include "mapping/names/family.hpp"
#include "mapping/names/lists/lists.hpp"
#include "mapping/names/orders/orders.hpp"
#include "mapping/names/suffixes.hpp"

namespace ashby::names {
namespace {

// Person Acca, John Esquire
void addSuffixOrName(const Words& names, std::vector<Doubt>& doubts) {
  if (names.size() == 2 && isSuffixOrName(names[1]))
    doubts.push_back({"lastName",
                      names[1].text + " is taken as the last name, but may be no name at all",
                      {{slice(names, 0, 1), {}, {}}}});
}

// alex ben johnson, Mohamed Ben Ali, Maria Lo Presti: particles where they are in lower case. Capitals hide
// them.
void addPossibleParticle(const Words& names, const Alternative& split, std::vector<Doubt>& doubts) {
  const std::size_t family = names.size() - split.last.size();
  const std::size_t near = family - std::min<std::size_t>(2, family);
  for (std::size_t at = std::max(split.first.size(), near); at < family; ++at) {
    if (names[at].look == Look::lower || isInitial(names[at]) || !kLowerCaseParticles.has(names[at].key))
      continue;
    doubts.push_back({"lastName",
                      names[at].text + " is taken as a middle name, but may be a particle",
                      {{split.first, slice(names, split.first.size(), at), slice(names, at, names.size())}}});
    return;
  }
}

// Smith John A: the initial is rather a middle name's.
void addLastInitial(const Words& names, std::vector<Doubt>& doubts) {
  if (!isInitial(names.back()) || traitsOf(names.back().key).letters != 1 ||
      traitsOf(names.back().text).eastAsian)
    return;
  const Words given = slice(names, 0, names.size() - 1);
  const Alternative familyFirst =
      isInitial(names[1])
          ? Alternative{slice(names, 0, 1), slice(names, 1, names.size()), {}}
          : Alternative{slice(names, 1, 2), slice(names, 2, names.size()), slice(names, 0, 1)};
  doubts.push_back({"lastName",
                    names.back().text + " is taken as the last name, but may be an initial",
                    {given.size() > 1 ? familyFirst : Alternative{given, {}, {}}}});
}

// Lon Jr. Williams
void addSuffixWithin(const Words& names, std::vector<Doubt>& doubts) {
  for (std::size_t at = 1; at + 1 < names.size(); ++at) {
    if (names[at].look == Look::unknown || !(names[at].is("jr") || names[at].is("sr") || names[at].is("iii")))
      continue;
    doubts.push_back({"middleName",
                      names[at].text + ", within the name, may be a suffix",
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

// M. Dupont, M. Ahmed Benali, Pani Kowalska: a title, or a name. Pan is a surname in China.
void addTitleOrName(const Words& names, std::vector<Doubt>& doubts) {
  const bool slavic = names.size() == 2 && (names[0].is("pan") || names[0].is("pani")) && !orderDoubt(names);
  if (isInitial(names[1]) || (!slavic && names[0].text != "M.")) return;
  const Words others = slice(names, 1, names.size());
  doubts.push_back({"firstName",
                    names[0].text + " is taken as a name, but may be a title",
                    {others.size() > 1 ? plainSplit(others) : Alternative{{}, {}, others}}});
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
  addSuffixWithin(names, doubts);
  addJointOrInitial(names, doubts);
  addTitleOrName(names, doubts);
  addPlace(names, split, doubts);
}

}  // namespace ashby::names
