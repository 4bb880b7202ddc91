#include "person_names/orders/romanised.hpp"

#include <algorithm>
#include <array>

#include "person_names/characters.hpp"

namespace ashby::names {
namespace {

using namespace std::string_view_literals;

// Syllables of Korean given names.
constexpr std::array kKorean = {
    "a"sv,     "ae"sv,    "ah"sv,    "an"sv,    "beom"sv,  "bin"sv,   "bo"sv,     "bok"sv,   "bong"sv,
    "bum"sv,   "byung"sv, "chae"sv,  "chan"sv,  "chang"sv, "cheol"sv, "chul"sv,   "chun"sv,  "da"sv,
    "dae"sv,   "dam"sv,   "do"sv,    "dong"sv,  "doo"sv,   "eun"sv,   "ga"sv,     "geon"sv,  "geun"sv,
    "gi"sv,    "go"sv,    "gu"sv,    "gil"sv,   "goo"sv,   "gun"sv,   "gyeong"sv, "gyu"sv,   "ha"sv,
    "hae"sv,   "han"sv,   "hee"sv,   "heon"sv,  "ho"sv,    "hong"sv,  "hoon"sv,   "hui"sv,   "hun"sv,
    "hwa"sv,   "hwan"sv,  "hye"sv,   "hyeok"sv, "hyeon"sv, "hyo"sv,   "hyuk"sv,   "hyun"sv,  "hyung"sv,
    "il"sv,    "in"sv,    "jae"sv,   "jang"sv,  "je"sv,    "jeong"sv, "ji"sv,     "jin"sv,   "jong"sv,
    "joo"sv,   "joon"sv,  "ju"sv,    "jun"sv,   "jung"sv,  "keun"sv,  "ki"sv,     "kook"sv,  "kwang"sv,
    "kwon"sv,  "kyu"sv,   "kyung"sv, "lim"sv,   "man"sv,   "mi"sv,    "min"sv,    "moon"sv,  "mu"sv,
    "myung"sv, "na"sv,    "nam"sv,   "neul"sv,  "seul"sv,  "byeol"sv, "ni"sv,     "ok"sv,    "ra"sv,
    "rae"sv,   "ram"sv,   "ran"sv,   "ri"sv,    "rim"sv,   "rin"sv,   "sang"sv,   "se"sv,    "seo"sv,
    "seob"sv,  "seok"sv,  "seon"sv,  "seong"sv, "seung"sv, "shik"sv,  "shin"sv,   "si"sv,    "sik"sv,
    "so"sv,    "sol"sv,   "soo"sv,   "sook"sv,  "soon"sv,  "su"sv,    "suk"sv,    "sun"sv,   "sung"sv,
    "tae"sv,   "taek"sv,  "un"sv,    "wan"sv,   "won"sv,   "woo"sv,   "wook"sv,   "woong"sv, "ye"sv,
    "yeol"sv,  "yeon"sv,  "yeong"sv, "yong"sv,  "yoo"sv,   "yoon"sv,  "young"sv,  "yu"sv,    "yul"sv,
    "yun"sv};

bool isVowel(char c) {
  return "aeiouy"sv.find(c) != std::string_view::npos;
}

// A syllable as these languages are romanised: up to three consonants, up to three vowels, one final. Tries
// each way to part the text into that many of them.
bool areSyllables(std::string_view text, int count) {
  static constexpr std::array kFinals = {""sv,  "n"sv,  "ng"sv, "nh"sv, "m"sv, "p"sv, "t"sv,
                                         "c"sv, "ch"sv, "k"sv,  "h"sv,  "l"sv, "r"sv, "w"sv};
  std::size_t vowels = 0;
  while (vowels < text.size() && !isVowel(text[vowels])) ++vowels;
  if (vowels > 3) return false;
  for (std::size_t end = vowels; end < text.size() && end < vowels + 3 && isVowel(text[end]); ++end)
    for (const std::string_view final : kFinals) {
      const std::string_view rest = text.substr(end + 1);
      if (!rest.starts_with(final)) continue;
      const std::string_view next = rest.substr(final.size());
      if (count == 1 ? next.empty() : areSyllables(next, count - 1)) return true;
    }
  return false;
}

bool isKoreanSyllable(std::string_view text) {
  return isAmong(text, kKorean);
}

// A syllable in pinyin. Words of English end in a mute e more often than Chinese ones in a spoken one.
bool isPinyinSyllable(std::string_view text) {
  static constexpr std::array kInitials = {"zh"sv, "ch"sv, "sh"sv, "b"sv, "p"sv, "m"sv, "f"sv, "d"sv,
                                           "t"sv,  "n"sv,  "l"sv,  "g"sv, "k"sv, "h"sv, "j"sv, "q"sv,
                                           "x"sv,  "r"sv,  "z"sv,  "c"sv, "s"sv, "y"sv, "w"sv, ""sv};
  static constexpr std::array kFinals = {"a"sv,   "ai"sv,   "an"sv, "ang"sv, "ao"sv,   "ei"sv, "en"sv,
                                         "eng"sv, "i"sv,    "ia"sv, "ian"sv, "iang"sv, "ie"sv, "in"sv,
                                         "ing"sv, "iong"sv, "iu"sv, "iao"sv, "ong"sv,  "ou"sv, "u"sv,
                                         "uan"sv, "uang"sv, "ue"sv, "ui"sv,  "un"sv,   "uo"sv};
  const auto initial = std::find_if(kInitials.begin(), kInitials.end(),
                                    [&](std::string_view start) { return text.starts_with(start); });
  const std::string_view final = text.substr(initial->size());
  if (text == "sen") return false;  // Kim Hansen
  return isAmong(final, kFinals) || (final == "e" && initial->size() == 2);
}

bool areTwo(std::string_view text, bool (*isSyllable)(std::string_view)) {
  for (std::size_t at = 1; at < text.size(); ++at)
    if (isSyllable(text.substr(0, at)) && isSyllable(text.substr(at))) return true;
  return false;
}

}  // namespace

bool soundsEastAsian(const Word& word, bool joinedToo) {
  const std::string text = plain(word.key);
  const auto pieces = piecesOf(text, "-");
  return !pieces.empty() && std::all_of(pieces.begin(), pieces.end(), [&](std::string_view piece) {
    return areSyllables(piece, 1) || (joinedToo && areSyllables(piece, 2));
  });
}

bool isKoreanOrChineseGivenName(const Word& word) {
  const std::string text = plain(word.key);
  return isKoreanSyllable(text) || areTwo(text, isKoreanSyllable) || isPinyinSyllable(text) ||
         areTwo(text, isPinyinSyllable);
}

}  // namespace ashby::names
