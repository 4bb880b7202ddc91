// Lists what happened on a connection.
#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "integration/new_hire.hpp"

namespace integration {

// query: what happened on this connection, newest first; no personal data.
inline constexpr char kActivity[] = "integration.activity/1";
struct ActivityQuery {
  std::uint32_t limit = 100;
  Text before;         // the id of the last item already seen
  Text kind, outcome;  // only these
};
BOOST_DESCRIBE_STRUCT(ActivityQuery, (), (limit, before, kind, outcome))

// kind: webhook, import, promote, ...; outcome: ok, ignored, withdrawn, differs, retrying, failed, rejected.
struct Activity {
  std::string id, at, kind, outcome, reason;
  Text applicationId, hireId;
  std::uint32_t attempts = 0;
};
BOOST_DESCRIBE_STRUCT(Activity, (), (id, at, kind, outcome, reason, applicationId, hireId, attempts))
struct ActivityPage {
  std::uint64_t total = 0;
  std::vector<Activity> data;
};
BOOST_DESCRIBE_STRUCT(ActivityPage, (), (total, data))

}  // namespace integration
