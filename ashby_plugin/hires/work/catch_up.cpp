#include "hires/work/catch_up.hpp"

#include <algorithm>

#include "hires/records/activity.hpp"
#include "hires/records/hire_repository.hpp"
#include "hires/records/record_json.hpp"
#include "hires/work/deferred_tasks.hpp"
#include "integration/time.hpp"

namespace ashby {

using integration::Call;
using integration::CatchUpItem;
using integration::CatchUpProgress;
using integration::Code;
using integration::Commit;
using integration::Failure;
using integration::Op;

namespace {

constexpr std::uint32_t kMostItems = 1000;

// Reads the eight bytes, little-endian, that the store's add keeps.
std::uint64_t count(const integration::Entry& entry) {
  std::uint64_t number = 0;
  for (std::size_t i = entry.value.size(); i-- > 0;)
    number = number << 8 | static_cast<unsigned char>(entry.value[i]);
  return number;
}

struct Counts {
  std::uint64_t found = 0, imported = 0, skipped = 0;
  std::uint64_t waiting() const { return found - std::min(found, imported + skipped); }
};
Counts countsOf(Call& call, const std::string& id) {
  const std::vector<std::string> wanted = {catchUpCounter(id, "found"), catchUpCounter(id, "imported"),
                                           catchUpCounter(id, "skipped")};
  const auto entries = call.store().get(wanted);
  return {count(entries[0]), count(entries[1]), count(entries[2])};
}

Kept<CatchUp> mustFind(Call& call, const std::string& id) {
  auto kept = load<CatchUp>(call.store(), keys::kCatchUp);
  if (kept.value.id.empty() || kept.value.id != id)
    throw Failure(Code::notFound, "there is no such catch-up: the last one alone is remembered");
  return kept;
}

}  // namespace

integration::CatchUpStarted startCatchUp(Call& call, const integration::StartCatchUp& request) {
  if (!integration::parseDate(request.from))
    throw Failure(Code::invalidArgument, "the catch-up can't begin",
                  {{"from", "invalid", "write the date as YYYY-MM-DD, such as 2026-01-01"}});
  return untilCommitted([&]() -> std::optional<integration::CatchUpStarted> {
    const Settings settings = load<Settings>(call.store(), keys::kSettings).value;
    if (!settings.enabled || !settings.complete())
      throw Failure(Code::failedPrecondition, "enable the connection and give it an API key first");
    const auto kept = load<CatchUp>(call.store(), keys::kCatchUp);
    if (kept.value.underWay())
      throw Failure(Code::failedPrecondition,
                    "another catch-up is under way: wait for its end, or cancel it");
    while (!forgetCatchUpItems(call)) continue;
    const std::int64_t now = call.clock().now();
    CatchUp begun;
    begun.id = newId(call, now);
    begun.state = "listing";
    begun.from = request.from;
    begun.dryRun = request.dryRun;
    begun.startedAt = begun.dueAt = now;
    Commit commit;
    commit.ops.push_back(Op::put(keys::kCatchUp, encode(begun)).ifVersion(kept.entry.version));
    if (!kept.value.id.empty())
      for (const char* name : {"found", "imported", "skipped"})
        commit.ops.push_back(Op::remove(catchUpCounter(kept.value.id, name)));
    commit.ops.push_back(
        record(call, now,
               {"catch-up",
                "ok",
                (request.dryRun ? "dry run begun: hires from " : "begun: hires from ") + request.from + " on",
                {},
                {},
                1,
                {}}));
    commit.wakeAt = now;
    if (!call.store().commit(commit).ok()) return std::nullopt;
    return integration::CatchUpStarted{begun.id};
  });
}

CatchUpProgress readCatchUp(Call& call, const integration::CatchUpId& request) {
  const CatchUp known = mustFind(call, request.id).value;
  const Counts counts = countsOf(call, known.id);
  CatchUpProgress progress;
  progress.id = known.id;
  progress.state = known.state;
  progress.from = known.from;
  progress.dryRun = known.dryRun;
  progress.startedAt = integration::formatTime(known.startedAt);
  if (known.finishedAt != 0) progress.finishedAt = integration::formatTime(known.finishedAt);
  progress.pages = known.pages;
  progress.seen = known.seen;
  progress.found = counts.found;
  progress.imported = counts.imported;
  progress.skipped = counts.skipped;
  progress.waiting = known.dryRun ? 0 : counts.waiting();
  if (!known.dryRun) return progress;
  integration::Range range = integration::Range::prefix(keys::kCatchUpItems);
  range.limit = kMostItems;
  for (const integration::Entry& entry : call.store().scan(range).entries)
    progress.items.push_back(*decode<CatchUpItem>(entry));
  return progress;
}

void cancelCatchUp(Call& call, const integration::CatchUpId& request) {
  untilCommitted([&]() -> std::optional<bool> {
    const auto kept = mustFind(call, request.id);
    if (!kept.value.underWay()) return true;
    const std::int64_t now = call.clock().now();
    CatchUp cancelled = kept.value;
    cancelled.state = "cancelled";
    cancelled.finishedAt = now;
    cancelled.dueAt = 0;
    Commit commit;
    commit.ops.push_back(Op::put(keys::kCatchUp, encode(cancelled)).ifVersion(kept.entry.version));
    commit.ops.push_back(record(call, now, {"catch-up", "ok", "cancelled", {}, {}, 1, {}}));
    return call.store().commit(commit).ok() ? std::optional(true) : std::nullopt;
  });
}

std::int64_t nextCatchUpAt(Call& call) {
  return load<CatchUp>(call.store(), keys::kCatchUp).value.dueAt;
}

std::optional<std::int64_t> catchUpFrom(Call& call, const InboxItem& item) {
  if (!item.catchUp) return std::nullopt;
  const CatchUp known = load<CatchUp>(call.store(), keys::kCatchUp).value;
  return known.id == *item.catchUp && known.state != "cancelled" ? item.countsFrom : std::nullopt;
}

std::string catchUpCounter(const std::string& id, const char* name) {
  return std::string(keys::kCatchUp) + "/" + id + "/" + name;
}

void countForCatchUp(std::vector<Op>& ops, const InboxItem& item, bool imported) {
  if (item.catchUp)
    ops.push_back(Op::add(catchUpCounter(*item.catchUp, imported ? "imported" : "skipped"), 1));
}

bool forgetCatchUpItems(Call& call) {
  integration::Range range = integration::Range::prefix(keys::kCatchUpItems);
  range.limit = 100;
  const integration::Page page = call.store().scan(range);
  Commit commit;
  for (const integration::Entry& entry : page.entries) commit.ops.push_back(Op::remove(entry.key));
  if (!commit.ops.empty()) (void)call.store().commit(commit);
  return !page.more;
}

template std::string encode(const CatchUp&);
template std::string encode(const CatchUpItem&);
template std::optional<CatchUp> decode(const integration::Entry&);
template std::optional<CatchUpItem> decode(const integration::Entry&);

}  // namespace ashby
