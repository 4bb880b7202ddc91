// In French usage, and in many lists, capitals mark the family name.
#include <algorithm>

#include "person_names/characters.hpp"
#include "person_names/family.hpp"
#include "person_names/orders/orders.hpp"

namespace ashby::names {
namespace {

bool isMarked(const Word& word) {
  return word.look == Look::capitals && characters(word.key) > 2 && !isInitial(word);
}

// At the front, three letters may be initials: DJ, JPR. A particle opens a family name: LE GOFF Jacques.
std::size_t markedAtFront(const Words& names) {
  const bool particle = names[0].look == Look::capitals && isParticle(names[0]) && isMarked(names[1]);
  std::size_t count = particle ? 1 : 0;
  while (count < names.size() && isMarked(names[count]) && characters(names[count].key) > 3) ++count;
  return particle && count == 1 ? 0 : count;
}

std::size_t markedFrom(const Words& names) {
  std::size_t begin = names.size();
  while (begin > 0 && (isMarked(names[begin - 1]) ||
                       (names[begin - 1].look == Look::capitals && isParticle(names[begin - 1]))))
    --begin;
  return begin;
}

bool anyMarked(const Words& names, std::size_t from, std::size_t to) {
  return std::any_of(names.begin() + static_cast<std::ptrdiff_t>(from),
                     names.begin() + static_cast<std::ptrdiff_t>(to), isMarked);
}

}  // namespace

std::optional<Order> capitalFamily(const Words& names) {
  const std::size_t begin = markedFrom(names);
  if (begin == 0 || begin + 2 > names.size() || anyMarked(names, 0, begin)) return std::nullopt;
  const Words given = slice(names, 0, begin), family = slice(names, begin, names.size());
  const std::size_t first = firstNameSize(given, 0);
  return Order{
      {slice(given, 0, first), slice(given, first, given.size()), family},
      "the words in capitals are the family name",
      "the capitals mark " + joined(family) + " as the family name, but may be a middle and a last name"};
}

void addCapitalDoubts(const Words& names, std::vector<Doubt>& doubts) {
  const std::size_t front = markedAtFront(names);
  if (front > 0 && front < names.size() && !anyMarked(names, front, names.size()))
    doubts.push_back(
        {"lastName",
         "the capitals may mark " + joined(slice(names, 0, front)) + " as the family name",
         {{slice(names, front, front + 1), slice(names, front + 1, names.size()), slice(names, 0, front)}}});
  // John Smith CISA: short enough for a credential.
  constexpr std::size_t kLongestCredential = 5;
  const Word& last = names.back();
  if (names.size() > 2 && isMarked(last) && !isParticle(names[names.size() - 2]) &&
      characters(last.key) <= kLongestCredential && !anyMarked(names, 0, names.size() - 1))
    doubts.push_back({"lastName",
                      last.text + " is taken as the last name, but may be a credential",
                      {plainSplit(slice(names, 0, names.size() - 1))}});
}

}  // namespace ashby::names
