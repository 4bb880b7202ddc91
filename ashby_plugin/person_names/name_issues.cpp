#include "person_names/name_issues.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "person_names/characters.hpp"
#include "person_names/family.hpp"
#include "person_names/lists/lists.hpp"
#include "person_names/orders/orders.hpp"

namespace ashby::names {
namespace {

void addDevoted(const Words& names, const Alternative& split, std::vector<Doubt>& doubts) {
  if (split.first.size() < 2 || !kDevotedGivenNames.has(names[0].key)) return;
  doubts.push_back({"firstName",
                    joined(split.first) + " is taken as one given name",
                    {{slice(names, 0, 1), {}, slice(names, 1, names.size())}}});
}

// Van Nguyen, Bin Lin, El Greco. Al and Ben are too usual as given names to be doubted.
void addGivenParticle(const Words& names, std::vector<Doubt>& doubts) {
  static constexpr std::array<std::string_view, 5> kUsual = {"al", "ben", "mac", "abu", "santa"};
  const Word& first = names[0];
  if (!isParticle(first) || kBoundGivenNames.has(first.key) ||
      std::find(kUsual.begin(), kUsual.end(), first.key) != kUsual.end())
    return;
  Alternative other{{}, {}, names};
  if (names.size() > 2) {
    other = plainSplit(slice(names, 1, names.size()));
    other.first.insert(other.first.begin(), first);
  }
  doubts.push_back(
      {"firstName", first.text + " is taken as the given name, but may be a particle", {std::move(other)}});
}

// Xiao Bin Wang, Thi Le Nguyen
void addParticleBeforeEastAsian(const Alternative& split, std::vector<Doubt>& doubts) {
  const Words& last = split.last;
  if (last.size() < 2 || last[0].look == Look::lower || !isParticle(last[0]) ||
      !isEastAsianSurname(last.back()))
    return;
  doubts.push_back({"lastName",
                    last[0].text + " is taken as a particle, but may be a given name",
                    {{split.first, together(split.middle, slice(last, 0, last.size() - 1)),
                      slice(last, last.size() - 1, last.size())}}});
}

// JAMES PAUL MA: in mixed case, the capitals would tell.
void addCredentialOrName(const Words& names, std::vector<Doubt>& doubts) {
  const Word& last = names.back();
  if (names.size() < 3 || last.look != Look::unknown || !isCredentialOrName(last) ||
      isInitial(names[names.size() - 2]))
    return;
  doubts.push_back({"lastName",
                    last.text + " is taken as the last name, but may be a credential",
                    {plainSplit(slice(names, 0, names.size() - 1))}});
}

// Bruce Lee 李小龍: the same name twice.
void addTwoScripts(const Words& names, std::vector<Doubt>& doubts) {
  Words others;
  std::copy_if(names.begin(), names.end(), std::back_inserter(others),
               [](const Word& word) { return !traitsOf(word.text).eastAsian; });
  if (others.empty() || others.size() == names.size()) return;
  doubts.push_back({"lastName", "the name is written in two scripts", {plainSplit(others)}});
}

}  // namespace

void addDoubts(const Words& names, const Alternative& split, std::vector<Doubt>& doubts) {
  addSurnameDoubts(names, split, doubts);
  addDevoted(names, split, doubts);
  addGivenParticle(names, doubts);
  addParticleBeforeEastAsian(split, doubts);
  addCredentialOrName(names, doubts);
  addWordDoubts(names, split, doubts);
  addLetterDoubt(split, doubts);
  addCapitalDoubts(names, doubts);
  addPatronymicDoubts(names, doubts);
  addTwoScripts(names, doubts);
  if (auto order = orderDoubt(names)) doubts.push_back(std::move(*order));
}

// John. Smith, John Smith.: a dot behind what is no abbreviation.
void addDotDoubt(Reading& reading) {
  constexpr std::size_t kLongestAbbreviation = 3;
  const auto isDotted = [](const Words& words, std::size_t at) {
    if (words.empty()) return false;
    const Word& word = words[at];
    return word.endsWithDot() && !isInitial(word) && !word.hasInnerDot() &&
           characters(word.key) > kLongestAbbreviation && !kGivenAbbreviations.has(word.key);
  };
  Alternative other{reading.first, reading.middle, reading.last};
  std::string dotted, read = "kept as written";
  if (isDotted(reading.first, 0)) {
    dotted = reading.first.front().text;
    const bool isSlip = kCommonGivenNames.has(plain(reading.first.front().key));
    (isSlip ? reading.first : other.first).front().text.pop_back();
    if (isSlip) read = "left out";
  }
  if (!reading.last.empty() && isDotted(reading.last, reading.last.size() - 1)) {
    dotted = reading.last.back().text;
    other.last.back().text.pop_back();
  }
  if (!dotted.empty())
    reading.doubts.push_back({"firstName", dotted + " ends in a dot: " + read, {std::move(other)}});
}

void addLetterDoubt(const Alternative& split, std::vector<Doubt>& doubts) {
  if (split.first.size() != 1 || split.middle.empty() || isInitial(split.middle.front())) return;
  const Word& letter = split.first.front();
  if (characters(letter.key) != 1 || isParticle(split.middle.front())) return;
  const std::size_t first = firstNameSize(split.middle, 0);
  const Words given = slice(split.middle, 0, first), rest = slice(split.middle, first, split.middle.size());
  if (letter.text == "M.")
    doubts.push_back(
        {"firstName", letter.text + " is taken as a name, but may be a title", {{given, rest, split.last}}});
  else
    doubts.push_back({"firstName",
                      letter.text + " is taken as the first name, but " + joined(given) + " may be",
                      {{given, together({letter}, rest), split.last}}});
}

// J.R.R.Tolkien, Dr.Nadia
void addMissingBlank(const Words& names, std::vector<Doubt>& doubts) {
  Words respaced;
  for (const Word& word : names) {
    const std::size_t dot = word.text.rfind('.', word.text.size() - 2);
    if (!word.hasInnerDot() || isInitial(word) || characters(word.text.substr(dot + 1)) < 2) {
      respaced.push_back(word);
      continue;
    }
    for (const std::string& text : {word.text.substr(0, dot + 1), word.text.substr(dot + 1)})
      respaced = together(std::move(respaced), wordsOf(text, LetterCase::mixed));
  }
  if (respaced.size() == names.size()) return;
  const std::size_t titles = titlesOf(respaced).count;
  doubts.push_back({"firstName",
                    "a blank seems to be missing after a dot",
                    {plainSplit(slice(respaced, titles, respaced.size()))}});
}

void addTitleDoubts(const Titles& titles, const Words& title, const Words& names,
                    std::vector<Doubt>& doubts) {
  const auto doubt = [&](const std::string& message) {
    doubts.push_back({"firstName", message, {plainSplit(together(title, names))}});
  };
  if (titles.unlisted)
    doubt(joined(title) + " is taken as a title, but may be a name");
  else if (titles.orGivenName)
    doubt(joined(title) + " is taken as a title, but may be a given name");
  else if (titles.couple)
    doubts.push_back({"firstName",
                      "the title names two people: check whose name it is",
                      {{{}, {}, names.size() > 1 ? plainSplit(names).last : names}}});
  else if (titles.count == 0 && names.size() == 2 && kTitlesOrGivenNames.has(names[0].key))
    doubts.push_back({"firstName",
                      names[0].text + " is taken as the first name, but may be a title",
                      {kCommonGivenNames.has(plain(names[1].key)) ? Alternative{{names[1]}, {}, {}}
                                                                  : Alternative{{}, {}, {names[1]}}}});
  if (titles.mayGoOn && names.size() > 2)
    doubts.push_back({"firstName",
                      joined(title) + " is taken as the title, but more words may belong to it",
                      {plainSplit(slice(names, names.size() - 2, names.size()))}});
}

void addSuffixDoubts(const Suffixes& suffixes, const Words& untitled, std::vector<Doubt>& doubts) {
  if (!suffixes.orName && !suffixes.orInitial) return;
  const std::string suffix = joined(slice(untitled, suffixes.begin, untitled.size()));
  doubts.push_back({"lastName",
                    suffix + (suffixes.orName ? " is taken as a credential, but may be the last name"
                                              : " is taken as a numeral, but may be an initial"),
                    {plainSplit(untitled)}});
}

}  // namespace ashby::names
