// Terms that were agreed stay while Ashby shows none: an offer whose newer version waits for approval, that
// is being revised, or that can't be read says nothing against what was read of it before.
#pragma once

#include "ashby/mapping/hire_mapping.hpp"
#include "hires/records/stored_records.hpp"

namespace ashby {

// Fills the blanks of `mapped` that an offer feeds from what the source said before, if its terms are open
// now.
void keepTerms(const HireDocument& document, const HireFacts& facts, const ImportSettings& choices,
               MappedHire& mapped);

}  // namespace ashby
