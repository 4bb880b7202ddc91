// Names whose words stand as they are spoken: given name, family name.
#include <algorithm>
#include <utility>

#include "person_names/characters.hpp"
#include "person_names/credentials.hpp"
#include "person_names/family.hpp"
#include "person_names/lists/lists.hpp"
#include "person_names/name_issues.hpp"
#include "person_names/name_parse.hpp"
#include "person_names/orders/orders.hpp"
#include "person_names/suffixes.hpp"
#include "person_names/titles.hpp"

namespace ashby::names {
namespace {

bool saysBirthName(const Word& word) {
  static constexpr std::string_view kMarks[] = {"née", "né", "geb", "geborene", "roz"};
  const bool nee = word.look == Look::lower && word.is("nee");
  return nee || std::find(std::begin(kMarks), std::end(kMarks), word.key) != std::end(kMarks);
}

void readLone(const Words& words, const Titles& titles, Lone lone, Reading& reading) {
  const bool family = lone == Lone::family || (titles.count > 0 && !titles.beforeGiven);
  if (family) {
    reading.last = words;
    reading.reasons.push_back("one word besides the title, suffix or nickname: taken as the last name");
    reading.doubts.push_back(
        {"firstName", "Ashby's name holds no first name: fill it in", {{words, {}, {}}}});
  } else {
    reading.first = words;
    reading.reasons.push_back("a name of one word: taken as the first name");
    Doubt doubt{"lastName", "Ashby's name is a single word: fill in the last name", {{{}, {}, words}}};
    reading.doubts.push_back(std::move(doubt));
  }
  auto& alternatives = reading.doubts.back().alternatives;
  // King Smith may be called King, and Maj Vinberg Maj.
  if (titles.count > 0 && mayBeGivenName(reading.title.back()))
    alternatives.push_back({{reading.title.back()}, {}, words});
  // PERSON ACCA: a credential may be the last name.
  if (reading.suffix.size() == 1 && !reading.suffix[0].hasInnerDot())
    alternatives.push_back({words, {}, reading.suffix});
}

// de la Vega; Ortega y Gasset, but not john y smith, where the letter is an initial
bool isFamilyAlone(const Words& words) {
  if (words.size() == 3 && words[1].is("y") && joinsSurnames(words[1]))
    return !kCommonGivenNames.has(plain(words[0].key));
  const std::size_t opening = openingParticles(words);
  return opening > 0 && opening + 1 == words.size();
}

void take(Alternative names, Reading& reading) {
  reading.first = std::move(names.first);
  reading.middle = std::move(names.middle);
  reading.last = std::move(names.last);
}

void readPlainly(const Words& words, Reading& reading) {
  Alternative split = plainSplit(words);
  const bool particles = std::any_of(split.last.begin(), split.last.end() - 1, isParticle);
  const bool joins = std::any_of(split.last.begin(), split.last.end(), joinsSurnames);
  reading.reasons.push_back(joins       ? "first word given, the surnames around y, e or i belong together"
                            : particles ? "first word given, the particles belong to the family name"
                                        : "first word given, last word family");
  if (split.first.size() > 1) reading.reasons.push_back(joined(split.first) + " is one given name");
  addDoubts(words, split, reading.doubts);
  take(std::move(split), reading);
}

// A rule of its own that reads the name in another way than the plain one.
std::optional<Order> otherOrder(const Words& words) {
  const Alternative usual = plainSplit(words);
  for (const auto rule : {capitalFamily, officialOrder, compoundName}) {
    auto order = rule(words);
    if (order && (order->reading.last.size() != usual.last.size() ||
                  joined(order->reading.first) != joined(usual.first)))
      return order;
  }
  return std::nullopt;
}

void readSeveral(const Words& words, Reading& reading) {
  const std::size_t opening = openingParticles(words);
  if (isFamilyAlone(words)) {
    reading.last = words;
    reading.reasons.push_back("a family name alone");
    reading.doubts.push_back({"firstName",
                              "Ashby's name seems to be a last name alone: fill in the first name",
                              {plainSplit(words)}});
  } else if (opening > 1) {
    reading.last = slice(words, 0, opening + 1);
    reading.first = slice(words, opening + 1, words.size());
    reading.reasons.push_back("begins with the particles of a family name");
    reading.doubts.push_back({"lastName", "the family name seems to stand first", {plainSplit(words)}});
  } else if (auto order = otherOrder(words)) {
    reading.reasons.push_back(std::move(order->reason));
    reading.doubts.push_back({"lastName", std::move(order->message), {plainSplit(words)}});
    take(std::move(order->reading), reading);
  } else {
    readPlainly(words, reading);
  }
}

}  // namespace

Alternative plainSplit(const Words& words) {
  if (words.size() < 2) return {words, {}, {}};
  const std::size_t given = firstNameSize(words, 1), family = familyBegin(words, given);
  return {slice(words, 0, given), slice(words, given, family), slice(words, family, words.size())};
}

Words takeBirthName(Words& words) {
  for (std::size_t at = 1; at + 1 < words.size(); ++at)
    if (saysBirthName(words[at])) {
      Words name = slice(words, at, words.size());
      words.resize(at);
      return name;
    }
  return {};
}

Reading readGivenFirst(Words words, Lone lone) {
  Reading reading;
  const Words birthName = takeBirthName(words);
  const std::size_t trailing = trailingTitlesBegin(words);
  const Words titlesAfter = slice(words, trailing, words.size());
  words.resize(trailing);
  const Titles titles = titlesOf(slice(words, 0, sureSuffixesBegin(words)));
  const Words untitled = slice(words, titles.count, words.size());
  const Suffixes suffixes = suffixesOf(untitled, Place::wholeName);
  Words names = slice(untitled, 0, suffixes.begin);
  reading.title = slice(words, 0, titles.count);
  reading.suffix = slice(untitled, suffixes.begin, untitled.size());

  const Words credentials = slice(names, unknownCredentialsBegin(names), names.size());
  names.resize(names.size() - credentials.size());
  reading.suffix = together(credentials, reading.suffix);

  if (names.size() == 1)
    readLone(names, titles, lone, reading);
  else
    readSeveral(names, reading);
  addDotDoubt(reading);
  addMissingBlank(names, reading.doubts);
  addTitleDoubts(titles, reading.title, names, reading.doubts);
  addSuffixDoubts(suffixes, untitled, reading.doubts);
  if (!credentials.empty())
    reading.doubts.push_back({"lastName",
                              joined(credentials) + " is taken as a credential, but may be the last name",
                              {plainSplit(together(names, credentials))}});
  reading.title = together(reading.title, titlesAfter);
  if (!birthName.empty()) {
    reading.suffix = together(reading.suffix, birthName);
    reading.doubts.push_back({"lastName",
                              "the name at birth is kept beside the name: " + joined(birthName),
                              {{reading.first, reading.middle, slice(birthName, 1, birthName.size())}}});
  }
  return reading;
}

}  // namespace ashby::names
