// Whether a hire has the custom fields that the admin mapped.
#pragma once

#include <map>
#include <string>

#include "ashby/mapping/hire_mapping.hpp"

namespace ashby {

// Returns, of each field that is on and comes from custom fields, whether any of these has a value for this
// hire. A field is left out if none has and one of their owners (a job, an agreed offer) isn't shown.
std::map<std::string, bool> mappedPresence(const HireFacts& facts, const ImportSettings& choices);

}  // namespace ashby
