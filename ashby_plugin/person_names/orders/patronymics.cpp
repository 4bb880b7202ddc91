#include <algorithm>
#include <array>

#include "person_names/characters.hpp"
#include "person_names/orders/orders.hpp"

namespace ashby::names {
namespace {

using namespace std::string_view_literals;

template <std::size_t n>
bool endsInAny(std::string_view word, const std::array<std::string_view, n>& endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
    return word.size() > ending.size() + 2 && word.ends_with(ending);
  });
}

bool isPatronymic(const Word& word) {
  static constexpr std::array kEndings = {
      "ovich"sv, "evich"sv,   "ovych"sv, "evych"sv,   "ovna"sv,   "evna"sv, "ivna"sv, "ichna"sv,
      "ович"sv,  "евич"sv,    "йович"sv, "овна"sv,    "евна"sv,   "івна"sv, "ївна"sv, "ична"sv,
      "ұлы"sv,   "улы"sv,     "қызы"sv,  "кызы"sv,    "оглы"sv,   "kyzy"sv, "qyzy"sv, "ильич"sv,
      "лукич"sv, "кузьмич"sv, "фомич"sv, "никитич"sv, "ilyich"sv, "ilich"sv};
  static constexpr std::array kShort = {"ильич"sv, "лукич"sv, "фомич"sv, "кузьмич"sv, "никитич"sv};
  return endsInAny(word.key, kEndings) || isAmong(word.key, kShort);
}

// "son" or "daughter" in a word of its own: Hasan oglu, Leyla qizi
bool meansChild(const Word& word) {
  static constexpr std::array kWords = {"oglu"sv, "oğlu"sv, "ogly"sv, "oghlu"sv, "qizi"sv,
                                        "qızı"sv, "kizi"sv, "kyzy"sv, "gizi"sv,  "uly"sv,
                                        "оглы"sv, "кызы"sv, "улы"sv,  "уулу"sv};
  return isAmong(word.key, kWords);
}

bool isCyrillic(const Word& word) {
  return word.key.starts_with("\xd0") || word.key.starts_with("\xd1") || word.key.starts_with("\xd2");
}

// As surnames of these countries end, written in Latin letters.
bool looksLikeSurname(const Word& word) {
  static constexpr std::array kEndings = {"ov"sv,    "ova"sv, "ev"sv,    "eva"sv,  "yov"sv,  "in"sv,
                                          "ina"sv,   "sky"sv, "skiy"sv,  "skyi"sv, "skii"sv, "ski"sv,
                                          "skaya"sv, "ska"sv, "enko"sv,  "chuk"sv, "yuk"sv,  "uk"sv,
                                          "yan"sv,   "dze"sv, "shvili"sv};
  return endsInAny(word.key, kEndings);
}

// The words at the end that are a patronymic: one, or two of them with "oglu".
std::size_t patronymicAtEnd(const Words& names) {
  if (names.size() == 4 && meansChild(names.back())) return 2;
  return names.size() == 3 && isPatronymic(names[2]) && !isPatronymic(names[1]) ? 1 : 0;
}

Alternative surnameFirst(const Words& names) {
  return {slice(names, 1, 2), slice(names, 2, names.size()), slice(names, 0, 1)};
}

}  // namespace

std::optional<Order> officialOrder(const Words& names) {
  const std::size_t patronymic = patronymicAtEnd(names);
  if (patronymic == 0 || (!isCyrillic(names[0]) && !looksLikeSurname(names[0]))) return std::nullopt;
  const std::string text = joined(slice(names, names.size() - patronymic, names.size()));
  return Order{surnameFirst(names), "the patronymic at the end means that the family name stands first",
               text + " is taken as a patronymic, behind the first name"};
}

void addPatronymicDoubts(const Words& names, std::vector<Doubt>& doubts) {
  if (patronymicAtEnd(names) > 0)
    doubts.push_back({"lastName",
                      names.back().text + " may be a patronymic, and the family name stand first",
                      {surnameFirst(names)}});
  else if (names.size() == 2 && isCyrillic(names[1]) && isPatronymic(names[1]))
    doubts.push_back({"lastName",
                      names[1].text + " may be a patronymic: fill in the last name",
                      {{slice(names, 0, 1), slice(names, 1, 2), {}}}});
}

}  // namespace ashby::names
