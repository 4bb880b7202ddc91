#include "person_names/marks/brackets.hpp"

#include <algorithm>
#include <array>

#include "person_names/characters.hpp"
#include "person_names/suffixes.hpp"
#include "person_names/titles.hpp"

namespace ashby::names {
namespace {

using namespace std::string_view_literals;

// Returns whether it is a pronoun of several languages. Those that are given names as well (Ella, Han) count
// in lower case only.
bool isPronoun(std::string_view piece) {
  static constexpr std::array kPronouns = {
      "she"sv,   "he"sv,  "they"sv, "her"sv,   "hers"sv, "his"sv,   "him"sv, "them"sv, "xe"sv,  "ze"sv,
      "any"sv,   "all"sv, "er"sv,   "ihm"sv,   "sie"sv,  "ihr"sv,   "il"sv,  "lui"sv,  "iel"sv, "elle"sv,
      "elles"sv, "él"sv,  "elx"sv,  "ele"sv,   "dele"sv, "dela"sv,  "hij"sv, "hem"sv,  "zij"sv, "haar"sv,
      "hun"sv,   "hen"sv, "hon"sv,  "henne"sv, "ella"sv, "ellos"sv, "han"sv, "lei"sv,  "ona"sv, "pronouns"sv};
  return isAmong(piece, kPronouns);
}

bool arePronouns(const std::string& content) {
  static constexpr std::array kAlsoNames = {"ella"sv, "elle"sv, "han"sv, "lei"sv, "ona"sv, "hun"sv, "il"sv};
  const std::string key = lowered(content);
  const auto pieces = piecesOf(key, "/, ");
  const bool several = content.find('/') != std::string::npos;
  if (!several && pieces.size() == 1 && content != key && isAmong(key, kAlsoNames)) return false;
  const auto count = std::count_if(pieces.begin(), pieces.end(), isPronoun);
  return !pieces.empty() && (several ? count > 0 : count == std::ssize(pieces));
}

// née Jones, ex Costa, formerly Lind, z d. Kowalska, 旧姓 佐藤
bool isFormerName(const Words& words) {
  static constexpr std::array kMarks = {"née"sv,        "né"sv,   "nee"sv,      "born"sv,  "formerly"sv,
                                        "previously"sv, "ex"sv,   "maiden"sv,   "geb"sv,   "geborene"sv,
                                        "geboren"sv,    "f"sv,    "född"sv,     "født"sv,  "fd"sv,
                                        "os"sv,         "roz"sv,  "rozená"sv,   "z"sv,     "nata"sv,
                                        "nascida"sv,    "szül"sv, "ur"sv,       "урожд"sv, "урождённая"sv,
                                        "旧姓"sv,       "sünd"sv, "syntynyt"sv, "doğum"sv, "antes"sv};
  if (words.size() > 1 && (words[0].look != Look::capitalised || words[0].endsWithDot()) &&
      isAmong(words[0].key, kMarks))
    return true;
  return words.size() == 1 && words[0].text.starts_with("旧姓");
}

// Words that tell something of the hire, and are nobody's name.
bool tellsOfHire(const Word& word) {
  static constexpr std::array kWords = {
      "applicant"sv, "candidate"sv, "contractor"sv, "consultant"sv, "employee"sv, "external"sv,
      "extern"sv,    "freelance"sv, "freelancer"sv, "hons"sv,       "honours"sv,  "intern"sv,
      "internal"sv,  "junior"sv,    "new"sv,        "old"sv,        "onsite"sv,   "part-time"sv,
      "phone"sv,     "referral"sv,  "referred"sv,   "rehire"sv,     "rehired"sv,  "remote"sv,
      "returning"sv, "student"sv,   "temp"sv,       "temporary"sv,  "test"sv,     "trainee"sv,
      "unknown"sv,   "withdrawn"sv, "duplicate"sv,  "fh"sv,         "senior"sv};
  return isAmong(word.key, kWords);
}

bool isNameWord(const Word& word) {
  const auto pieces = piecesOf(word.key, "-'");
  const bool letters =
      !pieces.empty() && std::all_of(pieces.begin(), pieces.end(), [](std::string_view piece) {
        return traitsOf(piece).letters == static_cast<int>(characters(piece));
      });
  return letters && !word.endsWithDot() && !word.hasInnerDot() && !tellsOfHire(word) &&
         (word.look == Look::capitalised || word.look == Look::unknown);
}

bool looksLikeGivenName(const Words& words) {
  return !words.empty() && words.size() < 3 && std::all_of(words.begin(), words.end(), isNameWord);
}

// The words of a piece that are names: without titles before them and suffixes after them.
Words namesOf(const Words& words) {
  const Titles titles = titlesOf(words);
  const Words untitled = slice(words, titles.count, words.size());
  return slice(untitled, 0, suffixesOf(untitled, Place::wholeName).begin);
}

bool beginsAlike(const Word& one, const Word& other) {
  const std::string a = plain(one.key), b = plain(other.key);
  return a.size() > 1 && b.size() > 1 && a.substr(0, 2) == b.substr(0, 2);
}

// In "Reed, Alexandra (Alex)" the whole piece behind the comma is a given name.
bool standsBehindGivenName(const Enclosed& enclosed, const Quoted& name, LetterCase letterCase,
                           const Words& content) {
  const std::string_view rest = name.rest;
  const std::string_view before = rest.substr(0, enclosed.before), after = rest.substr(enclosed.before);
  const std::size_t comma = before.rfind(',');
  const bool behindComma = comma != std::string_view::npos;
  const Words wordsBefore = wordsOf(behindComma ? before.substr(comma + 1) : before, letterCase);
  const Words wordsAfter = wordsOf(after.substr(0, after.find(',')), letterCase);
  if (wordsBefore.empty()) {
    const Words namesAfter = namesOf(wordsAfter);
    return !namesAfter.empty() && beginsAlike(namesAfter.front(), content.front());
  }
  const Words namesBefore = namesOf(wordsBefore);
  const bool titlesOnly = namesBefore.size() == 1 && isSureTitle(namesBefore.front());
  if (titlesOnly) return false;
  if (!wordsAfter.empty() && !areSuffixes(wordsAfter, namesBefore.size())) return true;
  return behindComma || namesBefore.size() == 1 || beginsAlike(namesBefore.front(), content.front());
}

}  // namespace

EnclosedRole roleOf(const Enclosed& enclosed, const Quoted& name, LetterCase letterCase) {
  const Words words = wordsOf(enclosed.text, LetterCase::mixed);
  const bool known = std::all_of(words.begin(), words.end(), [](const Word& word) {
    return tellsOfHire(word) || areSuffixes({word}, 2);
  });
  if (known || traitsOf(enclosed.text).letters == 0 || areSuffixes(words, 2) || arePronouns(enclosed.text) ||
      isFormerName(words))
    return EnclosedRole::aside;
  if (!enclosed.bracket) return EnclosedRole::nickname;
  const Words content = wordsOf(enclosed.text, letterCase);
  return looksLikeGivenName(content) && standsBehindGivenName(enclosed, name, letterCase, content)
             ? EnclosedRole::nickname
             : EnclosedRole::unsure;
}

}  // namespace ashby::names
