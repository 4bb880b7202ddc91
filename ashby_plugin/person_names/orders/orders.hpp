// Names that aren't simply "given name, family name". Each is read by its own rule, and reported with the
// plain reading beside it.
#pragma once

#include <optional>
#include <string>

#include "person_names/name_parse.hpp"

namespace ashby::names {

struct Order {
  Alternative reading;
  std::string reason;   // why it is read so
  std::string message;  // what the reviewer is told
};

// Jean DUPONT MARTIN: several words in capitals at the end are the family name.
std::optional<Order> capitalFamily(const Words& names);

// Ivanov Ivan Ivanovich: a patronymic at the end means that the family name is first. Documents of Russia and
// its neighbours have this order.
std::optional<Order> officialOrder(const Words& names);

// Mohamad Zein El Dine, Salah El Din Hassan, Zia ul Haq Khan. "Of the faith" and the like are one name with
// the word before them.
std::optional<Order> compoundName(const Words& names);

// Words that may be a suffix, a particle or an initial: John Esquire, Mohamed Ben Ali, Smith John A.
void addWordDoubts(const Words& names, const Alternative& split, std::vector<Doubt>& doubts);

// Rafael Nadal Parera, Jean le Rond d'Alembert: where the family name begins can't be told.
void addSurnameDoubts(const Words& names, const Alternative& split, std::vector<Doubt>& doubts);

// Adds what the reviewer is told of capitals, or of a patronymic, that don't decide the reading.
void addCapitalDoubts(const Words& names, std::vector<Doubt>& doubts);
void addPatronymicDoubts(const Words& names, std::vector<Doubt>& doubts);

}  // namespace ashby::names
