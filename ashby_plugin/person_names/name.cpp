#include "person_names/name.hpp"

#include <algorithm>
#include <utility>

#include "person_names/characters.hpp"
#include "person_names/letter_case.hpp"
#include "person_names/marks/brackets.hpp"
#include "person_names/marks/damage.hpp"
#include "person_names/name_parse.hpp"
#include "person_names/nicknames.hpp"
#include "person_names/suffixes.hpp"
#include "person_names/titles.hpp"
#include "person_names/unsplittable_names.hpp"

namespace ashby {
namespace {

using namespace names;

constexpr std::size_t kLongestName = 1000;  // bytes; some steps take the square of it

integration::Text textOf(const Words& words) {
  return words.empty() ? std::nullopt : std::optional(joined(words));
}

// Chinese, Japanese and Arabic commas as the Latin one.
std::string withLatinCommas(std::string name) {
  for (const std::string_view comma : {"，", "、", "،"})
    for (std::size_t at = name.find(comma); at != std::string::npos; at = name.find(comma, at))
      name.replace(at, comma.size(), ",");
  return name;
}

std::vector<Words> piecesBetweenCommas(const std::string& name, LetterCase letterCase) {
  std::vector<Words> pieces;
  for (const std::string_view piece : piecesOf(name, ","))
    if (Words words = wordsOf(piece, letterCase); !words.empty()) pieces.push_back(std::move(words));
  return pieces;
}

// How the name itself is written: III, PhD and Dr. have capitals beside a name in lower case as well.
LetterCase letterCaseOfName(const std::string& name) {
  const LetterCase whole = letterCaseOf(name);
  if (whole != LetterCase::mixed) return whole;
  Words own;
  for (const Words& piece : piecesBetweenCommas(name, whole)) {
    if (areSuffixes(piece, 2)) continue;
    const Words untailed = slice(piece, 0, sureSuffixesBegin(piece));
    own = together(std::move(own), slice(untailed, titlesOf(untailed).count, untailed.size()));
  }
  return letterCaseOf(joined(own));
}

// Text in quotes or brackets: the preferred name, or beside the name, where the unsure ones are told of.
void placeEnclosed(const Quoted& quoted, LetterCase letterCase, Words& preferred, Reading& reading) {
  for (const Enclosed& enclosed : quoted.contents) {
    const Words words = wordsOf(enclosed.text, LetterCase::mixed);
    const EnclosedRole role = roleOf(enclosed, quoted, letterCase);
    Words& part = role == EnclosedRole::nickname ? preferred : reading.suffix;
    part = together(std::move(part), words);
    if (role == EnclosedRole::unsure)
      reading.doubts.push_back(
          {"preferredName",
           enclosed.text + ", in brackets, is kept beside the name, but may be a nickname",
           {{reading.first, reading.middle, reading.last, words}}});
  }
}

std::map<std::string, integration::Text> mapOf(const Alternative& alternative) {
  std::map<std::string, integration::Text> map = {{"firstName", textOf(alternative.first)},
                                                  {"middleName", textOf(alternative.middle)},
                                                  {"lastName", textOf(alternative.last)}};
  if (!alternative.preferred.empty()) map["preferredName"] = textOf(alternative.preferred);
  return map;
}

std::map<std::string, integration::Text> partsOf(const NameSplit& split) {
  return {{"firstName", split.firstName}, {"middleName", split.middleName}, {"lastName", split.lastName}};
}

// An alternative that is the reading itself is none, and a doubt with no other reading than that is no doubt.
void addDoubt(const Doubt& doubt, NameSplit& split) {
  const auto own = partsOf(split);
  bool differs = doubt.alternatives.empty();
  for (const Alternative& alternative : doubt.alternatives) {
    auto map = mapOf(alternative);
    if (map == own) continue;
    differs = true;
    auto& known = split.parts.alternatives;
    if (std::find(known.begin(), known.end(), map) == known.end()) known.push_back(std::move(map));
  }
  if (differs) split.issues.push_back({doubt.path, "uncertain", doubt.message});
}

NameSplit leftWhole(const std::string& name, const Doubt& doubt) {
  NameSplit split;
  split.firstName = name;
  split.parts.reason = "not the name of one person: left whole, as the first name";
  addDoubt(doubt, split);
  if (split.parts.alternatives.empty() && traitsOf(name).letters > 0)
    split.parts.alternatives.push_back(
        {{"firstName", std::nullopt}, {"middleName", std::nullopt}, {"lastName", name}});
  return split;
}

std::string reasonOf(const Reading& reading, bool nicknamed) {
  std::string reason;
  for (const std::string& one : reading.reasons) reason += (reason.empty() ? "" : "; ") + one;
  if (!reading.title.empty()) reason += "; title: " + joined(reading.title);
  if (!reading.suffix.empty()) reason += "; suffix: " + joined(reading.suffix);
  if (nicknamed) reason += "; what is in quotes or brackets is the preferred name";
  return reason;
}

Reading readPieces(const std::vector<Words>& pieces, Lone lone) {
  if (pieces.size() > 1) return readWithCommas(pieces);
  return isEastAsian(pieces[0]) ? readEastAsian(pieces[0]) : readGivenFirst(pieces[0], lone);
}

Words unmarked(const Words& words) {
  return wordsOf(withoutLooseMarks(joined(words)), LetterCase::mixed);
}

// Doubts about how the name is written, whatever its parts are.
void addSpellingDoubts(const Quoted& quoted, LetterCase letterCase, Reading& reading) {
  const Alternative parts{reading.first, reading.middle, reading.last}, usual = repaired(parts);
  const bool spelledOtherwise = joined(usual.first) != joined(parts.first) ||
                                joined(usual.middle) != joined(parts.middle) ||
                                joined(usual.last) != joined(parts.last);
  if (letterCase != LetterCase::mixed && spelledOtherwise)
    reading.doubts.push_back({"firstName",
                              letterCase == LetterCase::upper
                                  ? "Ashby's name is all in capitals: kept as written"
                                  : "Ashby's name is all in lower case: kept as written",
                              {usual}});
  if (withoutLooseMarks(quoted.rest) != quoted.rest)
    reading.doubts.push_back({"firstName",
                              "a quotation mark or bracket has no counterpart: kept as written",
                              {{unmarked(parts.first), unmarked(parts.middle), unmarked(parts.last)}}});
}

NameSplit splitOf(const Reading& reading, const Words& preferred) {
  NameSplit split;
  split.firstName = textOf(reading.first);
  split.middleName = textOf(reading.middle);
  split.lastName = textOf(reading.last);
  split.parts.title = textOf(reading.title);
  split.parts.suffix = textOf(reading.suffix);
  split.parts.preferredName = textOf(preferred);
  split.parts.reason = reasonOf(reading, !preferred.empty());
  for (const Doubt& doubt : reading.doubts) addDoubt(doubt, split);
  return split;
}

NameSplit splitAsWritten(std::string_view name) {
  const std::string whole = cleaned(name);
  Quoted quoted = takeQuoted(withLatinCommas(whole));
  if (quoted.rest.find_first_not_of(" ,") == std::string::npos) {
    // Nothing but quotes: they enclose the name itself.
    quoted.rest.clear();
    for (const Enclosed& enclosed : std::exchange(quoted.contents, {})) quoted.rest += enclosed.text + " ";
  }
  const LetterCase letterCase = letterCaseOfName(quoted.rest);
  const std::vector<Words> pieces = piecesBetweenCommas(quoted.rest, letterCase);
  if (pieces.empty()) {
    NameSplit none;
    none.parts.reason = "Ashby holds no name";
    return none;
  }
  std::vector<Words> everything = pieces;
  for (const Enclosed& enclosed : quoted.contents)
    if (enclosed.text.find('@') != std::string::npos)
      everything.push_back(wordsOf(enclosed.text, letterCase));
  if (const auto doubt = unsplittable(everything)) return leftWhole(whole, *doubt);

  const bool nicknamed =
      std::any_of(quoted.contents.begin(), quoted.contents.end(), [&](const Enclosed& enclosed) {
        return roleOf(enclosed, quoted, letterCase) == EnclosedRole::nickname;
      });
  Reading reading = readPieces(pieces, nicknamed ? Lone::family : Lone::given);
  Words preferred;
  placeEnclosed(quoted, letterCase, preferred, reading);
  addSpellingDoubts(quoted, letterCase, reading);
  return splitOf(reading, preferred);
}

// Damage is told of, and the repaired name is offered before any other reading.
void addDamage(const Damage& damage, NameSplit& split) {
  split.issues.push_back({"firstName", "uncertain", damage.message});
  if (damage.repaired.empty()) return;
  const NameSplit repaired = splitAsWritten(damage.repaired);
  auto other = partsOf(repaired);
  if (repaired.parts.preferredName) other["preferredName"] = repaired.parts.preferredName;
  if (other == partsOf(split)) return;  // the damage is in a title or a suffix
  std::erase(split.parts.alternatives, other);
  split.parts.alternatives.insert(split.parts.alternatives.begin(), std::move(other));
}

}  // namespace

NameSplit splitName(std::string_view name) {
  if (name.size() > kLongestName)
    return leftWhole(std::string(name), {"firstName", "This is longer than a name can be: shorten it", {}});
  NameSplit split = splitAsWritten(name);
  if (const auto damage = damageOf(name)) addDamage(*damage, split);
  return split;
}

}  // namespace ashby
