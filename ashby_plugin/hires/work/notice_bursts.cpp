#include "hires/work/notice_bursts.hpp"

#include <algorithm>

#include "hires/records/activity.hpp"
#include "hires/records/record_json.hpp"
#include "hires/records/settings.hpp"
#include "hires/work/deferred_tasks.hpp"

namespace ashby {
namespace {

using integration::Op;

constexpr std::uint32_t kOneByOne = 5;
constexpr std::int64_t kShortTimeMs = 10 * 60000, kQuietMs = 60000;

// The notices of one kind.
struct NoticeBurst {
  std::int64_t since = 0;      // when the first of those was told that `told` counts
  std::uint32_t told = 0;      // one by one
  std::uint32_t held = 0;      // to be told as one
  std::int64_t heldSince = 0;  // when the first of those was held
  std::int64_t dueAt = 0;      // when they are told; 0 = none is held
};
BOOST_DESCRIBE_STRUCT(NoticeBurst, (), (since, told, held, heldSince, dueAt))

struct NoticeFacts {
  std::map<std::string, NoticeBurst> kinds;
};
BOOST_DESCRIBE_STRUCT(NoticeFacts, (), (kinds))

Op put(const Kept<NoticeFacts>& facts) {
  return Op::put(keys::kNoticeFacts, encode(facts.value)).ifVersion(facts.entry.version);
}

// Counts anew once the short time is over, or the clock was set back.
void beginAnew(NoticeBurst& burst, std::int64_t now) {
  if (burst.held == 0 && (now - burst.since >= kShortTimeMs || burst.since > now)) burst = {now, 0, 0, 0, 0};
}

std::string textOf(const std::string& kind, std::uint32_t count, const std::string& sourceName) {
  const std::string number = std::to_string(count);
  const bool one = count == 1;
  if (kind == "new_hire")
    return number + (one ? " new hire is" : " new hires are") + " waiting to be reviewed";
  if (kind == "withdrawn")
    return number + (one ? " new hire was" : " new hires were") +
           " withdrawn: see the activity for the reason";
  if (kind == "import_failed")
    return number + (one ? " hire" : " hires") +
           " could not be imported for a day: see the activity for the reason";
  return sourceName + " has changed since " + number + (one ? " member was" : " members were") + " added";
}

}  // namespace

bool holdBack(integration::Call& call, const std::vector<DueNotice>& ofOneKind, std::int64_t now) {
  const std::string& kind = ofOneKind.front().notice.kind;
  auto facts = load<NoticeFacts>(call.store(), keys::kNoticeFacts);
  NoticeBurst& burst = facts.value.kinds[kind];
  beginAnew(burst, now);
  if (burst.held == 0 && burst.told + ofOneKind.size() <= kOneByOne) return false;
  std::vector<Op> ops;
  for (const DueNotice& due : ofOneKind) {
    ops.push_back(Op::remove(due.planKey));
    ops.push_back(Op::remove(keys::notice(due.notice.key)));
  }
  if (burst.held == 0) burst.heldSince = now;
  burst.held += static_cast<std::uint32_t>(ofOneKind.size());
  const std::int64_t planned = burst.dueAt;
  burst.dueAt = std::max(now, std::min(now + kQuietMs, burst.heldSince + kShortTimeMs));
  if (planned != 0 && planned != burst.dueAt) ops.push_back(Op::remove(heldPlan(planned, kind)));
  ops.push_back(scheduleHeldNotices(burst.dueAt, kind, now));
  ops.push_back(put(facts));
  const std::int64_t dueAt = burst.dueAt;
  (void)call.store().commit({std::move(ops), dueAt});  // aborted: they are due as they were
  return true;
}

void countTold(integration::Call& call, std::vector<Op>& ops, const std::string& kind, std::int64_t now) {
  auto facts = load<NoticeFacts>(call.store(), keys::kNoticeFacts);
  NoticeBurst& burst = facts.value.kinds[kind];
  beginAnew(burst, now);
  ++burst.told;
  ops.push_back(put(facts));
}

void tellHeld(integration::Call& call, const HireSource& source, const DueBurst& due, std::int64_t now) {
  auto facts = load<NoticeFacts>(call.store(), keys::kNoticeFacts);
  NoticeBurst& burst = facts.value.kinds[due.kind];
  std::vector<Op> ops = {Op::remove(due.planKey)};
  if (burst.held != 0 && burst.dueAt == due.at) {
    tellPeople(call, ops, now, due.kind, textOf(due.kind, burst.held, source.name()), {}, {});
    burst = {now, 0, 0, 0, 0};
    ops.push_back(put(facts));
  }
  (void)call.store().commit({std::move(ops), now});
}

}  // namespace ashby
