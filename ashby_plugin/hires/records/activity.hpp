// Keeps the connection's activity for people: ids and reasons, no personal data.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "integration/call.hpp"
#include "integration/extensions.hpp"

namespace ashby {

inline constexpr std::int64_t kActivityKeptMs = 90LL * 86400000;

struct ActivityEntry {
  std::string_view kind, outcome;
  std::string reason;
  integration::Text applicationId, hireId;
  std::uint32_t attempts = 0;
  std::string id;  // of a line to write again; "" for a new one
};

// A time-ordered id for a new line of the activity or a new hire: 24 hexadecimal digits.
std::string newId(integration::Call& call, std::int64_t now);

// The op that writes the line, for the commit of what it tells of.
integration::Op record(integration::Call& call, std::int64_t now, const ActivityEntry& happening);

integration::ActivityPage readActivity(integration::Call& call, const integration::ActivityQuery& query);
std::optional<integration::Activity> findActivity(integration::Call& call, const std::string& id);

// Removes lines older than 90 days, a hundred at most.
void pruneActivity(integration::Call& call, std::int64_t now);

}  // namespace ashby
