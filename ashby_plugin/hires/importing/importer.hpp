// Applications of the inbox: read from the source, judged, and staged, followed, withdrawn or ignored.
#pragma once

#include <map>

#include "fields/host_lists.hpp"
#include "hires/records/inbox.hpp"
#include "hires/records/settings.hpp"
#include "hires/source/hire_source.hpp"
#include "integration/call.hpp"

namespace ashby {

struct ImportResult {
  // The reason why the application could not be read; its item stays in the inbox, with its due time. Among
  // errors, those that concern the whole connection (key, permission, rate) are for the caller to act on;
  // the item's own next attempt is planned.
  ErrorKind error = ErrorKind::none;
  std::string message;
  std::int64_t retryAfterMs = 0;
  bool staged = false;  // a new hire was added or brought back
  // Whether a hire that was staged has the custom fields that are mapped (SourceHire::mappedPresence).
  std::map<std::string, bool> mapped = {};
};

// The rules of an import. lists: the host's, from the first hire on that needs them. hasWholeRun: nothing
// else took of the call's time, so that out of time is a try that failed.
struct ImportRules {
  const Settings& settings;
  std::optional<HostLists> lists = std::nullopt;
  bool hasWholeRun = false;
};

// Several, in flight together; a result for each, in their order.
std::vector<ImportResult> importApplications(integration::Call& call, HireSource& source, ImportRules& rules,
                                             const std::vector<HeldItem>& items);

}  // namespace ashby
