#include "mapping/name.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "mapping/names/characters.hpp"
#include "mapping/names/letter_case.hpp"
#include "mapping/names/nicknames.hpp"
#include "mapping/names/reading.hpp"
#include "mapping/names/suffixes.hpp"
#include "mapping/names/unsplittable.hpp"

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

bool isPronoun(const std::string& content) {
  static constexpr std::array<std::string_view, 8> kPronouns = {"she", "he",   "they", "her",
                                                                "him", "them", "xe",   "ze"};
  const std::string key = lowered(content);
  const auto pieces = piecesOf(key, "/ ");
  return std::any_of(pieces.begin(), pieces.end(), [](std::string_view piece) {
    return std::find(kPronouns.begin(), kPronouns.end(), piece) != kPronouns.end();
  });
}

// Brackets hold nicknames, but also suffixes, pronouns and names at birth, which stay beside the name.
void addQuoted(const std::vector<std::string>& contents, Words& preferred, Words& suffix) {
  for (const std::string& content : contents) {
    const Words words = wordsOf(content, LetterCase::mixed);
    Words birth = together({Word{}}, words);
    const bool aside = areSuffixes(words, 2) || isPronoun(content) || !takeBirthName(birth).empty();
    Words& part = aside ? suffix : preferred;
    part = together(std::move(part), words);
  }
}

std::map<std::string, integration::Text> mapOf(const Alternative& alternative) {
  return {{"firstName", textOf(alternative.first)},
          {"middleName", textOf(alternative.middle)},
          {"lastName", textOf(alternative.last)}};
}

void addDoubt(const Doubt& doubt, NameSplit& split) {
  split.issues.push_back({doubt.path, "uncertain", doubt.message});
  for (const Alternative& alternative : doubt.alternatives) {
    auto map = mapOf(alternative);
    auto& known = split.parts.alternatives;
    if (std::find(known.begin(), known.end(), map) == known.end()) known.push_back(std::move(map));
  }
}

NameSplit leftWhole(const std::string& name, const Doubt& doubt) {
  NameSplit split;
  split.firstName = name;
  split.parts.reason = "not the name of one person: left whole, as the first name";
  addDoubt(doubt, split);
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

}  // namespace

NameSplit splitName(std::string_view name) {
  if (name.size() > kLongestName)
    return leftWhole(std::string(name), {"firstName", "This is longer than a name can be: shorten it", {}});
  const std::string whole = cleaned(name);
  Quoted quoted = takeQuoted(withLatinCommas(whole));
  if (quoted.rest.find_first_not_of(" ,") == std::string::npos) {
    // Nothing but quotes: they enclose the name itself.
    quoted.rest.clear();
    for (const std::string& content : std::exchange(quoted.contents, {})) quoted.rest += content + " ";
  }
  const LetterCase letterCase = letterCaseOf(quoted.rest);
  const std::vector<Words> pieces = piecesBetweenCommas(quoted.rest, letterCase);
  NameSplit split;
  if (pieces.empty()) {
    split.parts.reason = "Ashby holds no name";
    return split;
  }
  std::vector<Words> everything = pieces;
  for (const std::string& content : quoted.contents)
    if (content.find('@') != std::string::npos) everything.push_back(wordsOf(content, letterCase));
  if (const auto doubt = unsplittable(everything)) return leftWhole(whole, *doubt);

  Words preferred, suffix;
  addQuoted(quoted.contents, preferred, suffix);
  Reading reading = pieces.size() > 1 ? readWithCommas(pieces)
                    : isEastAsian(pieces[0])
                        ? readEastAsian(pieces[0])
                        : readGivenFirst(pieces[0], preferred.empty() ? Lone::given : Lone::family);
  reading.suffix = together(std::move(reading.suffix), suffix);
  const Alternative parts{reading.first, reading.middle, reading.last};
  if (letterCase != LetterCase::mixed)
    reading.doubts.push_back({"firstName",
                              letterCase == LetterCase::upper
                                  ? "Ashby's name is all in capitals: kept as written"
                                  : "Ashby's name is all in lower case: kept as written",
                              {repaired(parts)}});
  split.firstName = textOf(parts.first);
  split.middleName = textOf(parts.middle);
  split.lastName = textOf(parts.last);
  split.parts.title = textOf(reading.title);
  split.parts.suffix = textOf(reading.suffix);
  split.parts.preferredName = textOf(preferred);
  split.parts.reason = reasonOf(reading, !preferred.empty());
  for (const Doubt& doubt : reading.doubts) addDoubt(doubt, split);
  return split;
}

}  // namespace ashby
