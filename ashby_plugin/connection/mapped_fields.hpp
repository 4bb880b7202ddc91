// Custom fields that the admin has mapped and that Ashby's own list of fields lacks: deleted, archived, or
// private without the key's box for these. The health names them.
#pragma once

#include <string>
#include <vector>

#include "ashby/client.hpp"
#include "hires/settings.hpp"

namespace ashby {

struct MappedFieldFacts {
  std::int64_t checkedAt = 0;
  std::string sources;               // those that were looked for, in short
  std::vector<std::string> missing;  // of these, as the settings write them
};
BOOST_DESCRIBE_STRUCT(MappedFieldFacts, (), (checkedAt, sources, missing))

// Returns whether the list is to be asked for: once an hour, and after a change of the sources. Never if no
// field that is on comes from a custom field.
bool mappedFieldsAreDue(const Settings& settings, const MappedFieldFacts& facts, std::int64_t now);

// Asks Ashby for its list and keeps what is missing; without an answer, or the permission for it, what was
// known stays.
void checkMappedFields(integration::Call& call, Client& client, const Settings& settings,
                       const Kept<MappedFieldFacts>& facts);

}  // namespace ashby
