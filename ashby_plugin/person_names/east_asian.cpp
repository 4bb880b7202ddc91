// Names in the scripts of China, Japan and Korea: the family name stands first.
#include <algorithm>
#include <array>

#include "person_names/characters.hpp"
#include "person_names/lists/lists.hpp"
#include "person_names/name_parse.hpp"

namespace ashby::names {
namespace {

// The bytes of the surname that a name without blanks begins with, a compound one before a single; else none.
std::size_t surnameOf(std::string_view name, const WordList& surnames) {
  const std::size_t one = firstCharacter(name).size();
  const std::size_t two = one + firstCharacter(name.substr(one)).size();
  const std::size_t three = two + firstCharacter(name.substr(two)).size();
  for (const std::size_t size : {three, two, one})
    if (size < name.size() && surnames.has(name.substr(0, size))) return size;
  return 0;
}

bool isScriptSurname(std::string_view word) {
  return kKoreanScriptSurnames.has(word) || kHanScriptSurnames.has(word) || kJapaneseScriptSurnames.has(word);
}

// Stand behind a name, as "Mr." before it.
bool isHonorificBehind(std::string_view word) {
  static constexpr std::array<std::string_view, 9> kHonorifics = {"様",   "さん", "さま", "氏", "先生",
                                                                  "女士", "小姐", "씨",   "님"};
  return isAmong(word, kHonorifics);
}

Word part(std::string_view text) {
  return {std::string(text), std::string(text)};
}

Alternative cut(std::string_view name, std::size_t surname) {
  return {{part(name.substr(surname))}, {}, {part(name.substr(0, surname))}};
}

Reading unspacedHangul(std::string_view name, std::size_t surname) {
  Reading reading;
  const Alternative split = cut(name, surname);
  reading.first = split.first;
  reading.last = split.last;
  reading.reasons.push_back("in Hangul: the family name stands first, here without a blank");
  // A surname of one syllable and a given name of two is what nearly everyone has.
  const std::size_t one = firstCharacter(name).size();
  if (surname != one || characters(name) != 3)
    reading.doubts.push_back({"lastName",
                              "where the family name ends is guessed",
                              {surname != one ? cut(name, one) : Alternative{{part(name)}, {}, {}}}});
  return reading;
}

// Han characters alone don't tell Chinese names from Japanese ones, and only the first have a short list of
// surnames.
Reading unsplit(const Word& word, const Traits& traits) {
  Reading reading;
  reading.first = {word};
  reading.reasons.push_back("a name without blanks: left whole, as the first name");
  Doubt doubt{"lastName", "Ashby's name has no blank between its parts: fill in first and last name", {}};
  const std::string_view name = word.text;
  const std::size_t surname = traits.han ? surnameOf(name, kHanScriptSurnames) : 0;
  const std::size_t japanese = traits.han ? surnameOf(name, kJapaneseScriptSurnames) : 0;
  const std::size_t two = firstCharacter(name).size() * 2;
  const std::size_t dot = name.find("・");
  for (const std::size_t size : {japanese, surname, traits.han && characters(name) == 4 ? two : 0})
    if (size > 0) doubt.alternatives.push_back(cut(name, size));
  if (dot != std::string_view::npos && dot > 0 && dot + 3 < name.size())
    doubt.alternatives.push_back({{part(name.substr(0, dot))}, {}, {part(name.substr(dot + 3))}});
  if (doubt.alternatives.empty()) doubt.alternatives.push_back({{}, {}, {word}});
  reading.doubts.push_back(std::move(doubt));
  return reading;
}

}  // namespace

bool isEastAsian(const Words& words) {
  return std::all_of(words.begin(), words.end(),
                     [](const Word& word) { return traitsOf(word.text).eastAsian; });
}

Reading readEastAsian(const Words& words) {
  // 山田 太郎 様
  if (words.size() > 1 && isHonorificBehind(words.back().text)) {
    Reading reading = readEastAsian(slice(words, 0, words.size() - 1));
    reading.title = {words.back()};
    return reading;
  }
  const Traits traits = traitsOf(words[0].text);
  if (words.size() == 1) {
    const std::size_t surname =
        traits.hangul && characters(words[0].text) < 5 ? surnameOf(words[0].text, kKoreanScriptSurnames) : 0;
    return surname > 0 ? unspacedHangul(words[0].text, surname) : unsplit(words[0], traits);
  }
  Reading reading;
  const Words rest = slice(words, 1, words.size());
  if (std::all_of(words.begin(), words.end(),
                  [](const Word& word) { return traitsOf(word.text).katakana; })) {
    const Alternative split = plainSplit(words);
    reading.first = split.first;
    reading.middle = split.middle;
    reading.last = split.last;
    reading.reasons.push_back("in Katakana, which writes foreign names: first word given, last word family");
    reading.doubts.push_back(
        {"lastName", "in Katakana the family name may stand first, too", {{rest, {}, slice(words, 0, 1)}}});
    return reading;
  }
  const Alternative native{rest, {}, slice(words, 0, 1)}, western = plainSplit(words);
  // 太郎 山田: no family name at the front, a known one at the end.
  const bool last = !isScriptSurname(words[0].text) && isScriptSurname(words.back().text);
  const Alternative& split = last ? western : native;
  reading.first = split.first;
  reading.middle = split.middle;
  reading.last = split.last;
  reading.reasons.push_back(last ? "the known family name stands last"
                                 : "in Han characters, kana or Hangul: the family name stands first");
  if (last)
    reading.doubts.push_back({"lastName",
                              split.last.front().text + ", at the end, is taken as the family name, which is "
                                                        "usually written first in this script",
                              {native}});
  return reading;
}

}  // namespace ashby::names
