#include "person_names/unsplittable_names.hpp"

#include <algorithm>

#include "person_names/characters.hpp"
#include "person_names/family.hpp"
#include "person_names/letter_case.hpp"
#include "person_names/lists/lists.hpp"
#include "person_names/suffixes.hpp"
#include "person_names/titles.hpp"

namespace ashby::names {
namespace {

bool isAddress(const Word& word) {
  return word.text.find('@') != std::string::npos;
}

bool joinsPeople(const Word& word) {
  if (word.look == Look::lower) return word.is("and") || word.is("und") || word.is("et") || word.is("or");
  return word.is("and") || word.is("&") || word.is("+");
}

// John/Jane, but not a/l and s/o, which mean "child of", nor CPA/PFS
bool isTwoPeople(const Word& word) {
  if (isParticle(word) || word.look == Look::capitals) return false;
  const auto pieces = piecesOf(word.text, "/");
  return pieces.size() > 1 && !areSuffixes({word}, 2) && !isSureTitle(word) &&
         std::all_of(pieces.begin(), pieces.end(),
                     [](std::string_view piece) { return traitsOf(piece).letters > 0; });
}

// 3rd and PMP® are suffixes, and the "&" of Mr. & Mrs. is part of a title.
bool isStray(const Word& word) {
  if (joinsPeople(word) || areSuffixes({word}, 2)) return false;
  const Traits traits = traitsOf(word.text);
  return traits.letters == 0 || traits.pictures > 0 || traits.digits > 0;
}

bool isOfCompany(const Word& word) {
  return kCompanies.has(word.key);
}

Alternative readAs(const Words& words) {
  const Reading reading = readGivenFirst(words, Lone::given);
  return {reading.first, reading.middle, reading.last};
}

// The name without what made it unsplittable.
std::vector<Alternative> without(const Words& words, bool (*unwanted)(const Word&)) {
  Words wanted;
  std::remove_copy_if(words.begin(), words.end(), std::back_inserter(wanted), unwanted);
  return wanted.empty() ? std::vector<Alternative>{} : std::vector{readAs(wanted)};
}

// nadia.okoye@example.com: Nadia Okoye
std::vector<Alternative> fromAddress(const Words& words) {
  std::vector<Alternative> named = without(words, isAddress);
  if (!named.empty()) return named;
  const std::string_view address = words[0].text;
  Words parts = wordsOf(address.substr(0, address.find('@')), LetterCase::lower);
  const auto pieces = piecesOf(parts.empty() ? std::string_view() : std::string_view(parts[0].text), "._-+");
  if (pieces.empty() || std::any_of(pieces.begin(), pieces.end(), [](std::string_view piece) {
        return traitsOf(piece).letters != static_cast<int>(characters(piece));
      }))
    return {};
  std::string name;
  for (const std::string_view piece : pieces) name += (name.empty() ? "" : " ") + std::string(piece);
  return {repaired(plainSplit(wordsOf(name, LetterCase::lower)))};
}

// John and Jane Smith: John Smith, Jane Smith
std::vector<Alternative> couple(const Words& words, std::size_t joint) {
  if (joint == 0 || joint + 1 >= words.size()) return without(words, joinsPeople);
  // Mr. and Mrs. John and Jane Smith: the title is both people's.
  const std::size_t titles = titlesOf(words).count;
  Alternative one = readAs(slice(words, titles < joint ? titles : 0, joint));
  const Alternative other = readAs(slice(words, joint + 1, words.size()));
  if (one.last.empty()) one.last = other.last;
  return {one, other};
}

// John/Jane Smith: John Smith, Jane Smith
std::vector<Alternative> eitherOf(const Words& words, std::size_t slashed) {
  std::vector<Alternative> people;
  for (const std::string_view person : piecesOf(words[slashed].text, "/"))
    people.push_back(readAs(together(together(slice(words, 0, slashed), wordsOf(person, LetterCase::mixed)),
                                     slice(words, slashed + 1, words.size()))));
  return people;
}

std::optional<Doubt> coupleIn(const Words& words) {
  const std::size_t titles = titlesOf(words).count, names = sureSuffixesBegin(words);
  for (std::size_t at = titles; at < words.size(); ++at) {
    const bool first = at == titles + 1 && names > titles + 3 && words[at].look == Look::lower;
    if (joinsParticles(words, at)) continue;
    if (joinsPeople(words[at]) || (first && joinsSurnames(words[at])))
      return Doubt{"lastName", "Ashby's name seems to name several people: fill in one", couple(words, at)};
    if (isTwoPeople(words[at]))
      return Doubt{"lastName", "Ashby's name seems to name several people: fill in one", eitherOf(words, at)};
  }
  return std::nullopt;
}

}  // namespace

std::optional<Doubt> unsplittable(const std::vector<Words>& pieces) {
  Words all;
  for (const Words& piece : pieces) all = together(std::move(all), piece);
  const auto any = [&](bool (*is)(const Word&)) { return std::any_of(all.begin(), all.end(), is); };
  if (any(isAddress))
    return Doubt{"lastName", "Ashby's name holds an e-mail address: fill in the name", fromAddress(all)};
  for (const Words& piece : pieces)
    if (auto doubt = coupleIn(piece)) return doubt;
  if (std::any_of(all.begin() + 1, all.end(), isOfCompany))
    return Doubt{"lastName", "Ashby's name seems to be a company's: fill in the person's",
                 without(all, isOfCompany)};
  if (any(isStray))
    return Doubt{"lastName", "Ashby's name holds digits or signs that are no name: fill in the name",
                 without(all, isStray)};
  return std::nullopt;
}

}  // namespace ashby::names
