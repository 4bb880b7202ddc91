// Whether an application is imported is partly the source's word and partly a judgement under two settings,
// the scope and importFrom. The rule: such a judgement holds only as long as its setting stays as it was.
#pragma once

#include "hires/records/settings.hpp"

namespace ashby {

// Returns what decided that an application is ignored or withdrawn; nullopt if it is neither. Records of
// earlier releases tell by their reason.
std::optional<DecidedBy> deciderOf(const ApplicationRecord& identity);

// Records in `identity` what decided, and under which value of the deciding setting.
void noteVerdict(ApplicationRecord& identity, DecidedBy decidedBy, const Settings& settings);

// Returns whether a setting decided that has, or may have, another value today.
bool isOutdated(const ApplicationRecord& identity, const Settings& settings);

}  // namespace ashby
