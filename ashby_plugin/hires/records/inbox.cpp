#include "hires/records/inbox.hpp"

#include <algorithm>
#include <charconv>

#include "integration/time.hpp"

namespace ashby {

using integration::Commit;
using integration::Op;
using integration::Range;

namespace {

constexpr std::int64_t kHourMs = 3600000;
// Others may write a plan while a run goes by the time at which it began.
constexpr std::int64_t kSetBackMs = 60000;

// An item that waits for an hour at most says since when. If that time is yet to come, the clock was set back
// meanwhile. The looks of each day needn't hurry then.
Op plan(const InboxItem& item, const std::string& applicationId, std::int64_t now) {
  const bool isSoon = item.dueAt - now <= kHourMs;
  return Op::put(keys::due(item.dueAt, applicationId), std::to_string(isSoon ? now : kSchema));
}

std::int64_t waitsSince(const integration::Entry& plan) {
  std::int64_t since = 0;
  std::from_chars(plan.value.data(), plan.value.data() + plan.value.size(), since);
  return since;
}

}  // namespace

bool isNewer(const std::string& left, const std::string& right) {
  return integration::parseTime(left).value_or(0) > integration::parseTime(right).value_or(0);
}

void enqueue(Commit& commit, const integration::Entry& held, const ReadReason& occasion, std::int64_t now) {
  // A clock that was set back must not leave the last read far ahead.
  const std::int64_t notBefore = std::min(occasion.notBefore, now + kReadAgainAfterMs);
  const std::int64_t wanted = occasion.urgent ? now : std::max(now, notBefore);
  InboxItem item;
  if (auto present = decode<InboxItem>(held)) {
    item = *std::move(present);
    const std::int64_t triedAt = std::min(item.triedAt, now);
    const std::int64_t again = occasion.urgent ? now : std::max(wanted, triedAt + kReadAgainAfterMs);
    if (again < item.dueAt) {
      commit.ops.push_back(Op::remove(keys::due(item.dueAt, occasion.applicationId)));
      item.dueAt = again;
      item.receivedAt = std::min(item.receivedAt, now);
    }
  } else {
    item.receivedAt = now;
    item.dueAt = wanted;
  }
  item.asked |= occasion.asked;
  item.found |= occasion.found && !held.present();
  if (occasion.rejudged && !held.present())
    item.rejudged = true;
  else if (!occasion.rejudged)
    item.rejudged.reset();
  if (occasion.catchUp) {
    item.catchUp = occasion.catchUp;
    item.countsFrom = occasion.countsFrom;
  }
  item.unvouched |= occasion.updatedAt.empty();
  if (isNewer(occasion.updatedAt, item.seenUpdatedAt)) {
    item.seenUpdatedAt = occasion.updatedAt;
    item.staleReads = 0;
  }
  commit.ops.push_back(Op::put(keys::inbox(occasion.applicationId), encode(item)).ifVersion(held.version));
  commit.ops.push_back(plan(item, occasion.applicationId, now));
  commit.wakeAt = commit.wakeAt == 0 ? item.dueAt : std::min(commit.wakeAt, item.dueAt);
}

Due readDue(integration::Call& call, std::string_view prefix, std::int64_t now, std::uint32_t limit) {
  Range range = Range::prefix(prefix);
  range.limit = limit;
  Due due;
  for (const integration::Entry& entry : call.store().scan(range).entries) {
    keys::TimedKey key = keys::readTimed(prefix, entry.key);
    if (key.at > now && waitsSince(entry) <= now + kSetBackMs) {
      due.nextAt = key.at;
      break;
    }
    due.now.push_back(std::move(key));
  }
  return due;
}

std::optional<HeldItem> findItem(integration::Call& call, const std::string& applicationId) {
  integration::Entry entry = call.store().get(keys::inbox(applicationId));
  auto item = decode<InboxItem>(entry);
  if (!item) return std::nullopt;
  return HeldItem{applicationId, std::move(entry), *std::move(item)};
}

void finish(std::vector<Op>& ops, const HeldItem& held) {
  ops.push_back(Op::remove(held.entry.key).ifVersion(held.entry.version));
  ops.push_back(Op::remove(keys::due(held.item.dueAt, held.applicationId)));
  ops.push_back(Op::remove(keys::attention(held.applicationId)));
}

void replan(std::vector<Op>& ops, const HeldItem& held, const InboxItem& next, std::int64_t now) {
  ops.push_back(Op::put(held.entry.key, encode(next)).ifVersion(held.entry.version));
  if (next.dueAt != held.item.dueAt)
    ops.push_back(Op::remove(keys::due(held.item.dueAt, held.applicationId)));
  ops.push_back(plan(next, held.applicationId, now));
}

bool postpone(std::vector<Op>& ops, const HeldItem& held, const InboxItem& next, std::int64_t now) {
  replan(ops, held, next, now);
  const bool triedForADay = next.triedAt - next.receivedAt >= kAttentionAfterMs;
  if (triedForADay) ops.push_back(Op::put(keys::attention(held.applicationId), std::to_string(kSchema)));
  return triedForADay && held.item.triedAt - held.item.receivedAt < kAttentionAfterMs;
}

std::int64_t retryDelay(std::uint32_t attempts, std::int64_t sinceFirst) {
  constexpr std::int64_t kFirstMs = 1500, kFastestLongMs = 30000;
  if (sinceFirst < kHourMs) return std::min(kFirstMs << std::min(attempts, 10U), kFastestLongMs);
  return std::clamp<std::int64_t>(sinceFirst / 10, kFastestLongMs, kHourMs);
}

std::int64_t refusedDelay(std::uint32_t attempts) {
  constexpr std::int64_t kFirstMs = 1500;
  return std::min(kFirstMs << std::min(attempts, 20U), kHourMs);
}

}  // namespace ashby
