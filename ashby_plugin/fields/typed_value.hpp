// Texts that a reviewer types into a field.
#pragma once

#include <string>

#include "integration/new_hire.hpp"

namespace ashby {

// Returns the text as it is stored, whether an edit is saved or a hire is added at once. It is trimmed
// (tidied); an amount is in plain notation ("05000" and "5e3" are "5000"). What can't be read as an amount
// stays as typed; formIssues refuses it.
integration::Text typedValue(const std::string& field, const integration::Text& typed);

// Brings every amount of the fields into plain notation.
void plainAmounts(integration::HireFields& fields);

}  // namespace ashby
