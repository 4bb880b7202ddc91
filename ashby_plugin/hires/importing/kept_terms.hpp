// Terms that were agreed stay while the source shows none: an offer whose newer version waits for approval,
// that is being revised, or that can't be read says nothing against what was read of it before.
#pragma once

#include "hires/records/stored_records.hpp"
#include "hires/source/source_hire.hpp"

namespace ashby {

// Fills the blanks of `mapped` that an offer feeds from what the source said before, if its terms are open
// now. sourceName: as people know it.
void keepTerms(const HireDocument& document, const SourceHire& hire, const ImportSettings& choices,
               const std::string& sourceName, MappedHire& mapped);

}  // namespace ashby
