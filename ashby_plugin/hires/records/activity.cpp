#include "hires/records/activity.hpp"

#include <array>

#include "hires/records/record_json.hpp"
#include "integration/crypto/time_ordered_id.hpp"
#include "integration/time.hpp"

namespace ashby {

using integration::Activity;
using integration::Op;
using integration::Range;

std::string newId(integration::Call& call, std::int64_t now) {
  std::array<std::uint8_t, 6> random{};
  call.random().fill(random);
  return integration::timeOrderedId(now, random);
}

Op record(integration::Call& call, std::int64_t now, const ActivityEntry& happening) {
  const std::string id = happening.id.empty() ? newId(call, now) : happening.id;
  const Activity line{id,
                      integration::formatTime(now),
                      std::string(happening.kind),
                      std::string(happening.outcome),
                      happening.reason,
                      happening.applicationId,
                      happening.hireId,
                      happening.attempts};
  return Op::put(keys::kActivity + id, encode(line));
}

integration::ActivityPage readActivity(integration::Call& call, const integration::ActivityQuery& query) {
  integration::ActivityPage page;
  Range range = Range::prefix(keys::kActivity);
  range.reverse = true;
  for (bool more = true; more;) {
    const integration::Page entries = call.store().scan(range);
    for (const integration::Entry& entry : entries.entries) {
      const bool after = !query.before || entry.key < keys::kActivity + *query.before;
      const bool wanted = after && page.data.size() < query.limit;
      if (!wanted && !query.kind && !query.outcome) {
        ++page.total;
        continue;
      }
      Activity line = *decode<Activity>(entry);
      if ((query.kind && line.kind != *query.kind) || (query.outcome && line.outcome != *query.outcome))
        continue;
      ++page.total;
      if (wanted) page.data.push_back(std::move(line));
    }
    more = entries.more;
    if (more) range.to = entries.entries.back().key;
  }
  return page;
}

std::optional<Activity> findActivity(integration::Call& call, const std::string& id) {
  if (id.empty() || id.size() > 64) return std::nullopt;
  return decode<Activity>(call.store().get(keys::kActivity + id));
}

void pruneActivity(integration::Call& call, std::int64_t now) {
  const std::string oldest = keys::kActivity + integration::timeOrderedId(now - kActivityKeptMs);
  const integration::Page old = call.store().scan({keys::kActivity, oldest, false, 100});
  if (old.entries.empty()) return;
  integration::Commit commit;
  for (const integration::Entry& entry : old.entries) commit.ops.push_back(Op::remove(entry.key));
  (void)call.store().commit(commit);
}

template std::string encode(const Activity&);
template std::optional<Activity> decode(const integration::Entry&);

}  // namespace ashby
