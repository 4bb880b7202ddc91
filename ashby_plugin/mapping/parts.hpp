// The steps of mapHire, in their order: each adds its fields and what is to be said about them.
#pragma once

#include "mapping/hire_mapping.hpp"

namespace ashby {

// Name, contacts, links; where the hire comes from.
void mapPerson(const HireFacts& facts, const Choices& choices, MappedHire& hire);
// Title, department, place and kind of work, manager.
void mapJob(const HireFacts& facts, const Choices& choices, MappedHire& hire);
// Start, salary and files of the offer that was agreed.
void mapOffer(const std::vector<Offer>& offers, MappedHire& hire);
// The sources that the admin chose instead of Ashby's own, or behind them.
void mapCustomFields(const HireFacts& facts, const Choices& choices, MappedHire& hire);
// What is doubtful about a value wherever it came from: a start far from the hire's day, a manager's address.
void checkValues(const HireFacts& facts, MappedHire& hire);
// Values of the host's own lists.
void mapListValues(const Choices& choices, const HostLists& lists, MappedHire& hire);
// Period, currencies and amounts, wherever they came from.
void checkMoney(const Choices& choices, MappedHire& hire);

}  // namespace ashby
