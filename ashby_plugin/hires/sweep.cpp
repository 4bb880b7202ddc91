#include "hires/sweep.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "ashby/ids.hpp"
#include "hires/activity.hpp"
#include "hires/inbox.hpp"
#include "hires/later.hpp"
#include "hires/ledger.hpp"
#include "hires/rereading/company_lists.hpp"
#include "hires/rereading/verdict.hpp"
#include "integration/time.hpp"

namespace ashby {
namespace {

using integration::Call;
using integration::Commit;
using integration::Op;

constexpr std::int64_t kAfterRejectionMs = 30000;
constexpr std::size_t kLinesPerCommit = 40;  // each takes up to three of a commit's 128 ops

bool tokenIsSpent(const std::string& code) {
  constexpr std::array<std::string_view, 6> kCodes = {"sync_token_expired",  "sync_token_invalid",
                                                      "next_cursor_expired", "invalid_next_cursor",
                                                      "cursor_invalid",      "incremental_sync_too_large"};
  return std::find(kCodes.begin(), kCodes.end(), code) != kCodes.end();
}

// What is held of an application that a page lists.
struct HeldLine {
  HeldIdentity identity;
  std::optional<InboxItem> item;
};

// Whether an application must be read, from its line in the list and what is held of it. One that waits to be
// read is told of a change: Ashby's answer may otherwise trail behind it.
bool mustBeRead(const ApplicationLine& application, const HeldLine& held, const Settings& settings) {
  const auto& identity = held.identity;
  if (identity.is(Fate::discarded)) return false;
  if (identity.is(Fate::promoted) && identity.identity->hireId.empty()) return false;
  if (held.item) return isNewer(application.updatedAt, held.item->seenUpdatedAt);
  if (identity.identity)
    return isNewer(application.updatedAt, identity.identity->updatedAt) ||
           isOutdated(*identity.identity, settings);
  // Nobody is hired after the last change: an old line needs no look at its history.
  return application.hired() &&
         integration::parseTime(application.updatedAt).value_or(0) >= settings.countsFrom();
}

// A page may name an application twice, where the list changed under it: one op a key.
void keepEachOnce(std::vector<ApplicationLine>& page) {
  std::set<std::string> seen;
  std::erase_if(page,
                [&](const ApplicationLine& line) { return !isId(line.id) || !seen.insert(line.id).second; });
}

// tellable: a delivery should have told of what the page lists.
void enqueuePage(Call& call, const std::vector<ApplicationLine>& page, const Settings& settings,
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
        const HeldLine held{{identity, decode<Identity>(identity)}, decode<InboxItem>(item)};
        if (mustBeRead(page[i], held, settings))
          enqueue(commit, item,
                  {page[i].id, page[i].updatedAt, 0, false, false, {}, {}, tellable && page[i].hired()}, now);
      }
      if (commit.ops.empty() || call.store().commit(commit).ok()) return true;
      return std::nullopt;
    });
  }
}

// The sweep's own record, changed by this function alone once it is due (run_work is serial); a request for
// another sweep that comes in between aborts it, and wins.
void advance(Call& call, const Kept<Sweep>& kept, const Sweep& next, Commit commit) {
  commit.ops.push_back(Op::put(keys::kSweep, encode(next)).ifVersion(kept.entry.version));
  commit.wakeAt = commit.wakeAt == 0 ? next.dueAt : std::min(commit.wakeAt, next.dueAt);
  (void)call.store().commit(commit);
}

// Plans what is to be read again for another reason than a change in Ashby: the host's lists are others than
// those that new hires were read by, or an earlier release left somebody aside under settings of then.
void planRereading(Call& call, Sweep& sweep, Commit& commit, std::int64_t now) {
  const Text lists = fingerprint(readLists(call));
  if (sweep.lists && sweep.lists != lists) planRefresh(commit, now);
  sweep.lists = lists;
  if (!sweep.rejudged) planRejudging(commit, now);
  sweep.rejudged = true;
}

}  // namespace

bool requestSweep(Call& call, Commit& commit, std::int64_t now, SweepReason reason) {
  const auto kept = load<Sweep>(call.store(), keys::kSweep);
  Sweep sweep = kept.value;
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

Answer sweepPage(Call& call, Client& client, const Settings& settings, std::int64_t& nextAt) {
  const auto kept = load<Sweep>(call.store(), keys::kSweep);
  Sweep next = kept.value;
  Question question{"application.list", {{"limit", 100}}};
  if (!next.syncToken.empty()) question.parameters.emplace_back("syncToken", next.syncToken);
  if (!next.cursor.empty()) question.parameters.emplace_back("cursor", next.cursor);
  Answer answer = client.ask(std::move(question));
  auto page = answer.ok() ? itemsAs<ApplicationLine>(answer) : std::vector<ApplicationLine>();
  const std::int64_t now = client.now();

  if (answer.ok()) {
    keepEachOnce(page);
    enqueuePage(call, page, settings, !next.widened, now);
    ++next.pages;
    next.attempts = 0;
    const bool more =
        answer.moreDataAvailable && !answer.nextCursor.empty() && answer.nextCursor != next.cursor;
    next.cursor = more ? answer.nextCursor : "";
    next.dueAt = now;
    std::vector<Op> ops;
    if (!more) {
      next.syncToken = answer.syncToken;
      next.widened.reset();
      next.finishedAt = now;
      next.dueAt = now + kSweepEveryMs;
      if (next.pages > 1 || !page.empty())
        ops.push_back(record(call, now,
                             {"reconcile",
                              "ok",
                              "compared with Ashby, pages read: " + std::to_string(next.pages),
                              {},
                              {},
                              1,
                              {}}));
      next.pages = 0;
    }
    Commit commit{std::move(ops), next.dueAt};
    if (!more) planRereading(call, next, commit, now);
    advance(call, kept, next, std::move(commit));
    if (!more) pruneActivity(call, now);
  } else if (answer.trouble == Trouble::refused && tokenIsSpent(answer.code) &&
             !(next.syncToken + next.cursor).empty()) {
    next.syncToken.clear();
    next.cursor.clear();
    next.pages = 0;
    next.dueAt = now;
    advance(
        call, kept, next,
        {{record(
             call, now,
             {"reconcile", "retrying", "Ashby's sync token is spent: all is compared again", {}, {}, 1, {}})},
         0});
    answer.trouble = Trouble::none;
  } else {
    next.attempts = kept.value.attempts + 1;
    next.dueAt = now + std::max(answer.retryAfterMs, retryDelay(next.attempts, 0));
    advance(call, kept, next, {});
  }
  nextAt = next.dueAt;
  return answer;
}

}  // namespace ashby
