#include <algorithm>
#include <array>

#include "person_names/family.hpp"
#include "person_names/orders/orders.hpp"

namespace ashby::names {
namespace {

using namespace std::string_view_literals;

bool isArticle(const Word& word) {
  static constexpr std::array kArticles = {"al"sv, "el"sv, "ad"sv, "ed"sv, "ud"sv, "eddin"sv};
  return isAmong(word.key, kArticles);
}

// Joins the words on both sides, whatever they are: Aziz ur Rehman
bool isJoiningArticle(const Word& word) {
  static constexpr std::array kArticles = {"ul"sv, "ur"sv, "us"sv, "uz"sv, "un"sv, "ush"sv, "ud"sv};
  return isAmong(word.key, kArticles) && word.look != Look::capitals;
}

bool isFaith(std::string_view key) {
  static constexpr std::array kWords = {"din"sv,   "dine"sv,  "deen"sv, "dien"sv,
                                        "islam"sv, "houda"sv, "huda"sv};
  return isAmong(key, kWords);
}

// al-Din, Eddine, الدين
bool isFaithWithArticle(const Word& word) {
  static constexpr std::array kWords = {"eddine"sv, "eddin"sv,  "eldin"sv, "eldine"sv, "eldeen"sv,
                                        "aldin"sv,  "aldeen"sv, "الدين"sv, "الله"sv,   "الإسلام"sv};
  const auto pieces = piecesOf(word.key, "-");
  return isAmong(word.key, kWords) || (pieces.size() == 2 && pieces[0].size() == 2 && isFaith(pieces[1]));
}

// Gebre Mariam, Haile Selassie: names of the Ethiopian church
bool isDevoted(const Word& word, const Word& next) {
  static constexpr std::array kBearers = {"gebre"sv, "gabre"sv, "haile"sv, "wolde"sv, "tekle"sv, "habte"sv};
  static constexpr std::array kNames = {"mariam"sv, "maryam"sv,  "selassie"sv, "sellassie"sv, "michael"sv,
                                        "mikael"sv, "giorgis"sv, "giyorgis"sv, "medhin"sv,    "kidan"sv};
  return isAmong(word.key, kBearers) && isAmong(next.key, kNames);
}

// Hosseini Nejad: ends a Persian surname
bool endsSurname(const Word& word) {
  static constexpr std::array kEndings = {"nejad"sv, "nezhad"sv, "zadeh"sv, "zade"sv, "pour"sv,
                                          "nia"sv,   "khah"sv,   "doost"sv, "fard"sv, "manesh"sv};
  return isAmong(word.key, kEndings);
}

struct Group {
  std::size_t begin = 0, end = 0;
};

// The first words that are one name together.
Group groupIn(const Words& names) {
  for (std::size_t at = 1; at < names.size(); ++at) {
    const bool surname = at > 1 && at + 1 == names.size() && endsSurname(names[at]);
    if (isFaithWithArticle(names[at]) || isDevoted(names[at - 1], names[at]) || surname)
      return {at - 1, at + 1};
    if (at + 1 < names.size() &&
        (isJoiningArticle(names[at]) || (isArticle(names[at]) && isFaith(names[at + 1].key))))
      return {at - 1, at + 2};
  }
  return {};
}

}  // namespace

std::optional<Order> compoundName(const Words& names) {
  const Group group = groupIn(names);
  if (group.end == 0 || (group.begin == 0 && group.end == names.size())) return std::nullopt;
  const std::size_t given = group.begin == 0 ? group.end : firstNameSize(names, 1);
  const std::size_t family =
      group.end == names.size() ? group.begin : familyBegin(names, std::max(given, group.end));
  if (given > family) return std::nullopt;
  const std::string name = joined(slice(names, group.begin, group.end));
  return Order{{slice(names, 0, given), slice(names, given, family), slice(names, family, names.size())},
               name + " is one name",
               name + " is taken as one name"};
}

}  // namespace ashby::names
