// Names of China, Korea, Japan and Vietnam in Latin script: some are written family name first, some last,
// and the script doesn't tell. The order is never guessed; the other one is offered.
#include <algorithm>
#include <array>

#include "person_names/characters.hpp"
#include "person_names/family.hpp"
#include "person_names/lists/lists.hpp"
#include "person_names/name_issues.hpp"
#include "person_names/orders/romanised.hpp"

namespace ashby::names {
namespace {

Doubt familyFirst(const Words& names, std::size_t first, std::size_t middle) {
  return {"lastName",
          "the family name may stand first: nothing in the name tells",
          {{slice(names, first, names.size()), slice(names, middle, first), slice(names, 0, 1)}}};
}

}  // namespace

bool isEastAsianSurname(const Word& word) {
  const std::string key = plain(word.key);
  if (kAlsoWesternGivenNames.has(key)) return false;
  return kVietnameseSurnames.has(key) || kChineseAndKoreanSurnames.has(key) || kJapaneseSurnames.has(key);
}

namespace {

// Michelle Yeoh Choo-Kheng, Jane Chan Siu Ming: a Western name before, the Chinese given name behind the
// surname.
std::optional<Doubt> surnameWithin(const Words& names) {
  if (names.size() < 3 || isInitial(names[0]) || !isEastAsianSurname(names[1]) ||
      soundsEastAsian(names[0], false) || !std::all_of(names.begin() + 2, names.end(), [](const Word& word) {
        return !isInitial(word) && soundsEastAsian(word, false);
      }))
    return std::nullopt;
  return Doubt{"lastName",
               names[1].text + " may be the family name, with another given name behind it",
               {{slice(names, 0, 1), slice(names, 2, names.size()), slice(names, 1, 2)}}};
}

// Szijjártó Péter: names of many countries, spelled as in Hungary alone.
bool isHungarianSpelling(const Word& word) {
  static constexpr std::array<std::string_view, 7> kNames = {"péter",  "ádám", "dávid", "dániel",
                                                             "róbert", "réka", "zsófia"};
  return isAmong(word.key, kNames);
}

// Nagy Istvan: Hungary writes the family name first.
bool isHungarianOrder(const Words& names) {
  const std::string surname = plain(names[0].key), last = plain(names.back().key);
  if (kHungarianGivenNames.has(surname) || kHungarianSurnames.has(last)) return false;
  if (kHungarianOnlyGivenNames.has(last) || isHungarianSpelling(names.back())) return true;
  // Kovácsné Nagy Éva: the wife of a Kovács
  if (names[0].key.ends_with("né") && names[0].key.size() > 5) return true;
  const auto pieces = piecesOf(surname, "-");
  return std::all_of(pieces.begin(), pieces.end(),
                     [](auto piece) { return kHungarianSurnames.has(piece); }) &&
         std::any_of(names.begin() + 1, names.end(),
                     [](const Word& word) { return kHungarianGivenNames.has(plain(word.key)); });
}

// Иванов Иван: as surnames end in Russian and Ukrainian, before a word that ends otherwise.
bool isCyrillicOrder(const Words& names) {
  static constexpr std::array<std::string_view, 13> kEndings = {
      "ов", "ев", "ёв", "ова", "ева", "ёва", "ин", "ина", "ский", "ская", "цкий", "цкая", "енко"};
  static constexpr std::array<std::string_view, 21> kGivenNames = {
      "ирина",  "марина", "галина", "нина",     "полина",     "кристина",  "екатерина",
      "алина",  "карина", "арина",  "дарина",   "ангелина",   "валентина", "антонина",
      "мартин", "яков",   "лев",    "валентин", "константин", "августин",  "регина"};
  const auto isSurname = [](const Word& word) {
    return std::any_of(kEndings.begin(), kEndings.end(),
                       [&](std::string_view ending) { return word.key.ends_with(ending); }) &&
           !isAmong(word.key, kGivenNames);
  };
  return names.size() == 2 && isSurname(names[0]) && !isSurname(names[1]);
}

// Kitano Takeshi, Suzuki Ichiro: a surname that is known, or a given name that is, behind a word that isn't.
bool isJapaneseOrder(const Words& names) {
  const std::string surname = plain(names[0].key), last = plain(names.back().key);
  if (kJapaneseSurnames.has(surname)) return !kJapaneseSurnames.has(last);
  return names.size() == 2 && kJapaneseGivenNames.has(last) && !kJapaneseGivenNames.has(surname) &&
         !kCommonGivenNames.has(surname);
}

// Müller Thomas, Rossi Marco: a usual surname that nobody is called by, before a given name.
bool isListOrder(const Words& names) {
  const std::string first = plain(names[0].key), last = plain(names.back().key);
  const bool given = kCommonGivenNames.has(last) || kSpanishGivenNames.has(last);
  return names.size() == 2 && given && kUsualSurnames.has(first);
}

// Ban Ki-moon: two syllables with a hyphen, the second in lower case.
bool isHyphenatedGivenName(const Word& word) {
  const auto pieces = piecesOf(word.text, "-");
  return pieces.size() == 2 && traitsOf(pieces[1]).uppers == 0 && soundsEastAsian(word, false);
}

}  // namespace

std::optional<Doubt> orderDoubt(const Words& names) {
  const std::string surname = plain(names[0].key);
  if (auto within = surnameWithin(names)) return within;
  if (isHungarianOrder(names) || isCyrillicOrder(names) || isJapaneseOrder(names) || isListOrder(names) ||
      (names.size() == 2 && isHyphenatedGivenName(names[1])))
    return familyFirst(names, 1, 1);
  const bool vietnamese = kVietnameseSurnames.has(surname);
  if (!vietnamese && !kChineseAndKoreanSurnames.has(surname)) return std::nullopt;
  const bool western = kAlsoWesternGivenNames.has(surname);
  if (western && names.size() == 2 && names[1].key.find('-') == std::string::npos) {
    // Lee King is rather from Leeds, Lee Minho isn't. Le Minh is doubted as a particle anyhow.
    if (!isKoreanOrChineseGivenName(names[1]) && !(vietnamese && isParticle(names[0]))) return std::nullopt;
    return familyFirst(names, 1, 1);
  }
  if (!std::all_of(names.begin() + 1, names.end(),
                   [&](const Word& word) { return !isInitial(word) && soundsEastAsian(word, !western); }))
    return std::nullopt;
  return vietnamese ? familyFirst(names, names.size() - 1, 1) : familyFirst(names, 1, 1);
}

}  // namespace ashby::names
