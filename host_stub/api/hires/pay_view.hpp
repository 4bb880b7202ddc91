// Pay in the HTTP API, beside the flat fields that hold the parts. "salary" is {amount, currency, period};
// "bonus" and "signingBonus" are {amount, currency}.
#pragma once

#include <string>
#include <vector>

#include "integration/json.hpp"
#include "integration/new_hire.hpp"

namespace host_stub {

// Adds each pay unit to what is shown of the fields; null if all of it is blank.
void addPay(integration::Json& fieldsView, const integration::HireFields& fields);

// Turns pay units in an edit's `fields` and `revert` into the flat fields. A part that isn't named stays as
// it is. Throws Failure(invalidArgument) with an issue for each that is no pay, or is given in both forms.
void flattenPay(integration::Json& edit);

// Returns the names with each part or name of a pay unit replaced by all of its parts.
std::vector<std::string> withWholePay(const std::vector<std::string>& names);

}  // namespace host_stub
