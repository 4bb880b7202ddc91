// The steps of mapHire, in their order: each adds its fields and what is to be said about them.
#pragma once

#include "ashby/mapping/hire_mapping.hpp"

namespace ashby {

// Name, contacts, links; where the hire comes from.
void mapPerson(const HireFacts& facts, const ImportSettings& choices, MappedHire& hire);
// Title, department, place and kind of work.
void mapJob(const HireFacts& facts, MappedHire& hire);
void mapManager(const HireFacts& facts, const ImportSettings& choices, MappedHire& hire);
// Start, salary and files of the offer that was agreed.
void mapOffer(const HireFacts& facts, MappedHire& hire);
// An issue at each field that a member of Ashby's answers feeds, if that had another form than is known.
void flagLeftOut(const HireFacts& facts, MappedHire& hire);
// The sources that the admin chose instead of Ashby's own, or behind them.
void mapCustomFields(const HireFacts& facts, const ImportSettings& choices, MappedHire& hire);
// Flags a doubtful value wherever it came from: a start far from the hire's day, a manager's address.
void checkValues(const HireFacts& facts, MappedHire& hire);
// Whether a field's value may come from the offer, Ashby's own or a custom field of it.
bool isFedByOffer(const std::string& field, const ImportSettings& choices);
// Flags what is doubtful about the offer, at each field that it feeds.
void flagOfferDoubts(const HireFacts& facts, const ImportSettings& choices, MappedHire& hire);
// Values of the host's own lists.
void mapListValues(const ImportSettings& choices, const HostLists& lists, MappedHire& hire);
// Period, currencies and amounts, wherever they came from.
void checkMoney(const ImportSettings& choices, MappedHire& hire);

}  // namespace ashby
