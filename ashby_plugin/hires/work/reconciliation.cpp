#include "hires/work/reconciliation.hpp"

#include <algorithm>
#include <set>

#include "fields/source_id.hpp"
#include "hires/records/activity.hpp"
#include "hires/records/hire_repository.hpp"
#include "hires/records/inbox.hpp"
#include "hires/rereading/company_lists.hpp"
#include "hires/rereading/verdict.hpp"
#include "hires/work/deferred_tasks.hpp"
#include "integration/time.hpp"

namespace ashby {
namespace {

using integration::Call;
using integration::Commit;
using integration::Op;

constexpr std::int64_t kAfterRejectionMs = 30000;
constexpr std::size_t kLinesPerCommit = 40;  // each takes up to three of a commit's 128 ops

// The stored state of an application that a page lists.
struct HeldLine {
  HeldIdentity identity;
  std::optional<InboxItem> item;
};

// Whether an application must be read, from its line in the list and what is held of it. An application that
// waits to be read is told of a change: the source's answer may otherwise trail behind it. A line that
// doesn't say its status or its time decides nothing: the application is read.
bool mustBeRead(const ListedApplication& line, const HeldLine& held, const Settings& settings) {
  const auto& identity = held.identity;
  if (identity.is(HireStatus::discarded)) return false;
  if (identity.is(HireStatus::promoted) && identity.identity->hireId.empty()) return false;
  const auto changed = integration::parseTime(line.updatedAt.value_or(""));
  if (held.item) return !changed || isNewer(*line.updatedAt, held.item->seenUpdatedAt);
  if (identity.identity)
    return !changed || isNewer(*line.updatedAt, identity.identity->updatedAt) ||
           isOutdated(*identity.identity, settings);
  // Nobody is hired after the last change: an old line needs no look at its history.
  return line.mayBeHired && (!changed || *changed >= settings.countsFrom());
}

// A page may name an application twice, where the list changed under it: one op a key.
void keepEachOnce(std::vector<ListedApplication>& page) {
  std::set<std::string> seen;
  std::erase_if(page, [&](const ListedApplication& line) { return !seen.insert(line.id).second; });
}

// tellable: a delivery should have told of what the page lists.
void enqueuePage(Call& call, const std::vector<ListedApplication>& page, const Settings& settings,
                 bool tellable, std::int64_t now) {
  for (std::size_t from = 0; from < page.size(); from += kLinesPerCommit) {
    const std::size_t to = std::min(page.size(), from + kLinesPerCommit);
    untilCommitted([&]() -> std::optional<bool> {
      std::vector<std::string> wanted;
      for (std::size_t i = from; i < to; ++i) {
        wanted.push_back(keys::application(page[i].id));
        wanted.push_back(keys::inbox(page[i].id));
      }
      const auto entries = call.store().get(wanted);
      Commit commit;
      for (std::size_t i = from; i < to; ++i) {
        const auto& identity = entries[2 * (i - from)];
        const auto& item = entries[2 * (i - from) + 1];
        const HeldLine held{{identity, decode<ApplicationRecord>(identity)}, decode<InboxItem>(item)};
        if (mustBeRead(page[i], held, settings))
          enqueue(commit, item,
                  {page[i].id,
                   page[i].updatedAt.value_or(""),
                   0,
                   false,
                   false,
                   {},
                   {},
                   tellable && page[i].mayBeHired},
                  now);
      }
      if (commit.ops.empty() || call.store().commit(commit).ok()) return true;
      return std::nullopt;
    });
  }
}

// The sweep's own record, changed by this function alone once it is due (run_work is serial); a request for
// another sweep that comes in between aborts it, and wins.
void advance(Call& call, const Kept<Reconciliation>& kept, const Reconciliation& next, Commit commit) {
  commit.ops.push_back(Op::put(keys::kSweep, encode(next)).ifVersion(kept.entry.version));
  commit.wakeAt = commit.wakeAt == 0 ? next.dueAt : std::min(commit.wakeAt, next.dueAt);
  (void)call.store().commit(commit);
}

// Plans what is to be read again for another reason than a change in the source: the host's lists are others
// than those that new hires were read by, or an earlier release left somebody aside under settings of then.
void planRereading(Call& call, Reconciliation& sweep, Commit& commit, std::int64_t now) {
  const Text lists = fingerprint(readLists(call));
  if (sweep.lists && sweep.lists != lists) scheduleRefresh(commit, now);
  sweep.lists = lists;
  if (!sweep.rejudged) scheduleRejudging(commit, now);
  sweep.rejudged = true;
}

}  // namespace

bool requestSweep(Call& call, Commit& commit, std::int64_t now, SweepReason reason) {
  const auto kept = load<Reconciliation>(call.store(), keys::kSweep);
  Reconciliation sweep = kept.value;
  if (reason == SweepReason::rejectedDelivery) {
    if (sweep.forcedAt != 0 && now - sweep.forcedAt < kForcedSweepEveryMs && sweep.forcedAt <= now)
      return false;
    sweep.forcedAt = now;
    sweep.dueAt = sweep.dueAt == 0 ? now + kAfterRejectionMs : std::min(sweep.dueAt, now + kAfterRejectionMs);
  } else {
    sweep.dueAt = now;
  }
  if (reason == SweepReason::importFromEarlier) {
    sweep.syncToken.clear();
    sweep.cursor.clear();
    sweep.pages = 0;
    sweep.widened = true;
  }
  commit.ops.push_back(Op::put(keys::kSweep, encode(sweep)).ifVersion(kept.entry.version));
  commit.wakeAt = commit.wakeAt == 0 ? sweep.dueAt : std::min(commit.wakeAt, sweep.dueAt);
  return true;
}

namespace {

// Counts a page that was read, and its lines that name no application.
void countPage(std::size_t unnamed, Reconciliation& sweep) {
  ++sweep.pages;
  if (unnamed != 0) sweep.unnamed = sweep.unnamed.value_or(0) + static_cast<std::uint32_t>(unnamed);
  if (sweep.restarted.value_or(false)) return;  // whether it gets on now shows at its end
  sweep.attempts = 0;
  sweep.failingSince.reset();
}

// Returns what the activity is told of a comparison that is done.
std::string whatWasCompared(const std::string& sourceName, const Reconciliation& sweep) {
  std::string text = "compared with " + sourceName + ", pages read: " + std::to_string(sweep.pages);
  if (sweep.unnamed)
    text += "; lines without an id, which nobody could be read by: " + std::to_string(*sweep.unnamed);
  return text;
}

// The whole comparison is done: the next asks for what changes from now on.
void finish(Reconciliation& sweep, std::string syncToken, std::int64_t now) {
  sweep.syncToken = std::move(syncToken);
  sweep.finishedAt = now;
  sweep.dueAt = now + kSweepEveryMs;
  sweep.pages = 0;
  sweep.attempts = 0;
  sweep.widened.reset();
  sweep.unnamed.reset();
  sweep.failingSince.reset();
  sweep.failure.reset();
  sweep.restarted.reset();
}

// A page that wasn't had. Whatever the source calls its reason, its token or cursor may be at fault: the page
// is asked for once without both, at once, and after that as after any failure. Returns whether it is at
// once.
bool fail(const SourceError& error, std::int64_t now, Reconciliation& sweep) {
  const bool hadToken = !sweep.syncToken.empty() || !sweep.cursor.empty();
  const bool beginsAgain = error.refusesCall && hadToken;
  const bool atOnce = beginsAgain && !sweep.restarted.value_or(false);
  if (beginsAgain) {
    sweep.syncToken.clear();
    sweep.cursor.clear();
    sweep.pages = 0;
    sweep.restarted = true;
  }
  if (!atOnce) {
    ++sweep.attempts;
    if (!sweep.failingSince) sweep.failingSince = now;
    sweep.failure = error.message;
  }
  sweep.dueAt = atOnce ? now : now + std::max(error.retryAfterMs, retryDelay(sweep.attempts, 0));
  return atOnce;
}

}  // namespace

SourceError sweepPage(Call& call, HireSource& source, const Settings& settings, std::int64_t& nextAt) {
  const auto kept = load<Reconciliation>(call.store(), keys::kSweep);
  Reconciliation next = kept.value;
  ApplicationPage page = source.listChanges(next.syncToken, next.cursor);
  SourceError error = page.error;
  const std::int64_t now = source.now();
  std::vector<Op> ops;
  bool isDone = false;
  if (error.ok()) {
    std::erase_if(page.lines, [](const ListedApplication& line) { return !isId(line.id); });
    countPage(page.listed - page.lines.size(), next);
    keepEachOnce(page.lines);
    enqueuePage(call, page.lines, settings, !next.widened, now);
    next.cursor = page.nextCursor;
    next.dueAt = now;
    isDone = next.cursor.empty();
    if (isDone && (next.pages > 1 || page.listed != 0))
      ops.push_back(
          record(call, now, {"reconcile", "ok", whatWasCompared(source.name(), next), {}, {}, 1, {}}));
    if (isDone) finish(next, page.token, now);
  } else if (fail(error, now, next)) {
    ops.push_back(record(call, now,
                         {"reconcile",
                          "retrying",
                          source.name() + " refuses the sync token: all is compared again",
                          {},
                          {},
                          1,
                          {}}));
    error = {};
  }
  Commit commit{std::move(ops), next.dueAt};
  if (isDone) planRereading(call, next, commit, now);
  advance(call, kept, next, std::move(commit));
  if (isDone) pruneActivity(call, now);
  nextAt = next.dueAt;
  return error;
}

}  // namespace ashby
