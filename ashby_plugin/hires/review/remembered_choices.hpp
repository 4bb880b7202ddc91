// A reviewer's choice from the host's list for a source's value that is on none is made by itself the next
// time, whether the reviewer saved it first or added the member at once. The settings list it, and can take
// it back.
#pragma once

#include <map>
#include <string>

#include "hires/records/stored_records.hpp"
#include "integration/call.hpp"

namespace ashby {

// Adds the choices among the hire's edits, kept and new, to the commit. For a value that is on no list of the
// host's nothing is remembered.
void rememberChoices(integration::Call& call, integration::Commit& commit, const HireDocument& document,
                     const std::map<std::string, Text>& edits);

}  // namespace ashby
