#include "mapping/names/titles.hpp"

#include <algorithm>

#include "mapping/names/characters.hpp"
#include "mapping/names/lists.hpp"

namespace ashby::names {
namespace {

bool isHonorific(const Word& word) {
  static constexpr std::string_view kHonorifics[] = {"mr", "mrs", "ms", "miss", "mx", "dr", "prof"};
  return std::find(std::begin(kHonorifics), std::end(kHonorifics), word.key) != std::end(kHonorifics);
}

// Lt.Gov., Magistrate-Judge, Mag/Judge
bool isCompound(const Word& word) {
  const auto pieces = piecesOf(word.text, ".-/");
  return pieces.size() > 1 && std::all_of(pieces.begin(), pieces.end(), [](std::string_view piece) {
           const std::string key = lowered(piece);
           return characters(piece) > 1 &&
                  (kTitles.has(key) || kTitlesOrGivenNames.has(key) || kGivenNamesOrTitles.has(key));
         });
}

// An abbreviation of two letters or more with its dot. A generation, a particle (St.) or a short given name
// (Wm.) is none.
bool isUnlistedTitle(const Word& word) {
  return word.endsWithDot() && !word.hasInnerDot() && characters(word.key) > 1 &&
         traitsOf(word.key).letters == static_cast<int>(characters(word.key)) &&
         !kGivenAbbreviations.has(word.key) && !kParticles.has(word.key) && !kGenerations.has(word.key) &&
         !kCredentials.has(word.key) && !kGenerationsOrNames.has(word.key);
}

class Reader {
 public:
  explicit Reader(const Words& words) : words_(words) {}

  Titles read() {
    while (left() > 1 && (readThe() || readTitle() || readAnd() || readOf())) {
    }
    return titles_;
  }

 private:
  std::size_t left() const { return words_.size() - titles_.count; }
  const Word& at(std::size_t ahead) const { return words_[titles_.count + ahead]; }
  bool take(std::size_t count) {
    titles_.count += count;
    return true;
  }

  bool readThe() {
    const bool right = left() > 2 && (at(0).is("rt") || at(0).is("right") || at(0).is("most")) &&
                       (kTitles.has(at(1).key) || at(1).is("most"));
    const bool the = left() > 2 && (at(0).is("the") || at(0).is("his") || at(0).is("her")) &&
                     (kTitles.has(at(1).key) || at(1).is("right") || at(1).is("rt") || at(1).is("most") ||
                      at(1).is("excellency") || at(1).is("majesty") || at(1).is("highness") ||
                      at(1).is("royal") || at(1).is("holiness") || at(1).is("grace"));
    if (the && !kTitles.has(at(1).key) && !at(1).is("rt")) return take(2);
    return (the || right) && take(1);
  }

  bool readTitle() {
    const Word& word = at(0);
    if (word.text == "MS" && word.look == Look::capitals && left() == 2) return false;  // MS Dhoni
    if (isSureTitle(word)) {
      titles_.beforeGiven = kTitlesBeforeGivenNames.has(word.key);
      return take(1);
    }
    const bool chained = titles_.count > 0 && !isHonorific(words_[titles_.count - 1]);
    const bool before = at(1).is("of") || isSureTitle(at(1));
    if (kTitlesOrGivenNames.has(word.key) && (left() > 2 || chained)) {
      titles_.orGivenName = titles_.orGivenName || !chained;
      return take(1);
    }
    if (kGivenNamesOrTitles.has(word.key) && left() > 2 && (chained || before)) return take(1);
    if (word.is("us") && left() > 2 && before) return take(1);
    if (isUnlistedTitle(word)) {
      titles_.unlisted = true;
      return take(1);
    }
    return false;
  }

  // Mr. and Mrs.
  bool readAnd() {
    if (titles_.count == 0 || left() < 3 || !(at(0).is("and") || at(0).is("&"))) return false;
    if (!isSureTitle(at(1)) && !kTitlesOrGivenNames.has(at(1).key)) return false;
    titles_.couple = true;
    return take(2);
  }

  // Secretary of State, Dean of the Faculty
  bool readOf() {
    if (titles_.count == 0 || !at(0).is("of")) return false;
    const std::size_t the = left() > 1 && at(1).is("the") ? 1 : 0;
    const std::size_t united = left() > 1 + the && at(1 + the).is("united") ? 1 : 0;
    const std::size_t count = 2 + the + united;
    return left() > count && take(count);
  }

  const Words& words_;
  Titles titles_;
};

}  // namespace

Titles titlesOf(const Words& words) {
  return Reader(words).read();
}

std::size_t trailingTitlesBegin(const Words& words) {
  std::size_t begin = words.size();
  // MS in capitals is a degree.
  while (begin > 2 && isHonorific(words[begin - 1]) && words[begin - 1].text != "MS") --begin;
  return begin;
}

bool isSureTitle(const Word& word) {
  if (kTitles.has(word.key)) return !(word.hasInnerDot() && isInitial(word));
  if (word.endsWithDot() && (kTitlesOrGivenNames.has(word.key) || kGivenNamesOrTitles.has(word.key)))
    return true;
  return isCompound(word);
}

}  // namespace ashby::names
