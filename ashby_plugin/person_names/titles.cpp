#include "person_names/titles.hpp"

#include <algorithm>
#include <initializer_list>

#include "person_names/characters.hpp"
#include "person_names/lists/lists.hpp"
#include "person_names/local_honorifics.hpp"

namespace ashby::names {
namespace {

bool isOneOf(const Word& word, std::initializer_list<std::string_view> keys) {
  return std::find(keys.begin(), keys.end(), word.key) != keys.end();
}

bool isHonorific(const Word& word) {
  return isOneOf(word, {"mr", "mrs", "ms", "miss", "mx", "dr", "prof"});
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

// B.Sc. Hans Meier, MSc Anna Weber. MD is short for Mohammad, and initials are no degree.
bool isDegreeInFront(const Word& word) {
  return kCredentials.has(word.key) && characters(word.key) > 2 && !isInitial(word) &&
         (word.hasInnerDot() || traitsOf(word.text).uppers > 1) && word.look != Look::unknown;
}

// PD Dr. Hans Meier, Staff Sergeant Jane Roe: before another title, what is nobody's usual name is one.
bool isTitleBeforeTitle(const Word& word, const Word& next) {
  const std::string key = plain(word.key);
  return isOneOf(next, {"dr", "prof", "captain", "colonel", "commander", "corporal", "lieutenant", "officer",
                        "sergeant"}) &&
         !isInitial(word) && !kCommonGivenNames.has(key) && !kSpanishGivenNames.has(key) &&
         !kUsualSurnames.has(key);
}

// John. A. Kenneth: an initial follows a given name rather than a title.
bool isDottedName(const Word& word, const Word& next) {
  return characters(word.key) > 3 && isInitial(next);
}

bool opensTitle(const Word& word) {
  return isOneOf(word, {"the", "his", "her", "most", "right", "rt", "royal", "very"});
}

// Words that are titles only after those that open one.
bool isOnlyWithin(const Word& word) {
  return isOneOf(word, {"most", "right", "rt", "royal", "very", "eminence", "excellency", "grace", "highness",
                        "holiness", "honor", "honour", "majesty"});
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

  // The Honorable, The Right Honourable, Her Majesty: with a name left after them.
  bool readThe() {
    if (left() < 3) return false;
    if (at(0).is("de") && at(1).is("heer")) return left() > 3 && take(2);  // of the Netherlands
    const bool opens = opensTitle(at(0)) && (kTitles.has(at(1).key) || isOnlyWithin(at(1)));
    const bool within = titles_.count > 0 && isOnlyWithin(at(0)) && opensTitle(words_[titles_.count - 1]);
    return (opens || within) && take(1);
  }

  bool readTitle() {
    const Word& word = at(0);
    if (word.text == "MS" && word.look == Look::capitals && left() == 2) return false;  // MS Dhoni
    if (isSureTitle(word)) {
      // Sheikh Hasina Wazed, Maj Anna Vinberg: given names as well.
      const bool name = isOneOf(word, {"col", "dame", "mag", "maj", "shaikh", "sheikh"});
      titles_.orGivenName = titles_.orGivenName || (name && titles_.count == 0 && mayBeGivenName(word));
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
    if (word.is("hc") && titles_.count > 0) return take(1);                        // Dr. h.c.
    if ((word.is("1st") || word.is("2nd")) && isSureTitle(at(1))) return take(1);  // 1st Lt.
    if (word.is("tan") && at(1).is("sri") && left() > 3) return take(2);           // of Malaysia
    if (isTitleBeforeTitle(word, at(1)) && left() > 2) {
      titles_.unlisted = true;
      return take(1);
    }
    if (isLocalHonorific(words_, titles_.count)) {
      titles_.orGivenName = true;
      return take(1);
    }
    if (isDegreeInFront(word) && left() > 2) {
      titles_.unlisted = true;
      return take(1);
    }
    if (isUnlistedTitle(word) && !isDottedName(word, at(1))) {
      titles_.unlisted = true;
      return take(1);
    }
    return false;
  }

  // Mr. and Mrs., Herr und Frau, Sig. e Sig.ra
  bool readAnd() {
    if (titles_.count == 0 || left() < 3 || !isOneOf(at(0), {"and", "&", "und", "et", "e", "y"}))
      return false;
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
    titles_.mayGoOn = titles_.mayGoOn || (united == 0 && left() > count + 2);
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

bool mayBeGivenName(const Word& title) {
  return !title.endsWithDot() && !title.hasInnerDot() && title.look != Look::lower && !isHonorific(title);
}

bool isSureTitle(const Word& word) {
  if (word.key.starts_with("dipl-")) return true;  // Dipl.-Kfm.
  if (kTitles.has(word.key)) return !(word.hasInnerDot() && isInitial(word));
  if (word.endsWithDot() && (kTitlesOrGivenNames.has(word.key) || kGivenNamesOrTitles.has(word.key)))
    return true;
  return isCompound(word);
}

}  // namespace ashby::names
