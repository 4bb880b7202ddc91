#include "hires/work/deferred_tasks.hpp"

#include <algorithm>
#include <map>

#include "hires/records/activity.hpp"
#include "hires/records/hire_repository.hpp"
#include "hires/records/inbox.hpp"
#include "hires/records/record_json.hpp"
#include "hires/rereading/rejudging.hpp"
#include "hires/work/catch_up.hpp"
#include "hires/work/notice_bursts.hpp"
#include "integration/time.hpp"

namespace ashby {
namespace {

using integration::Call;
using integration::Commit;
using integration::Op;

constexpr char kTell[] = "tell", kErase[] = "erase", kRefresh[] = "refresh", kForget[] = "forget",
               kRejudge[] = "rejudge", kTellHeld[] = "tell-held";
constexpr char kFromTheFirst[] = "all";
constexpr std::int64_t kTellAgainMs = 60000;
constexpr std::uint32_t kRefreshedAtOnce = 40;  // each takes up to three of a commit's 128 ops

void wakeAt(Commit& commit, std::int64_t at) {
  commit.wakeAt = commit.wakeAt == 0 ? at : std::min(commit.wakeAt, at);
}

// A deferred task, named by a key such as "tell/<id>".
struct Task {
  std::string key, what, id;
};
Task taskOf(const keys::TimedKey& due) {
  const std::size_t slash = due.id.find('/');
  Task task{"", due.id.substr(0, slash), due.id.substr(slash + 1)};
  task.key = keys::later(due.at, task.what, task.id);
  return task;
}

// The value says since when it waits, which has readDue notice a clock that was set back meanwhile.
Op planSoon(std::int64_t at, std::string_view what, std::string_view id, std::int64_t now) {
  return Op::put(keys::later(at, what, id), std::to_string(now));
}

bool isOfAHire(const integration::Notice& notice) {
  return notice.hireId || notice.applicationId;
}

void tell(Call& call, const DueNotice& due, std::int64_t now) {
  std::vector<Op> done = {Op::remove(due.planKey), Op::remove(keys::notice(due.notice.key))};
  try {
    call.notices().tell(due.notice);
  } catch (const integration::Failure& failure) {
    if (failure.code() != integration::Code::invalidArgument) {
      const std::int64_t again = now + kTellAgainMs;
      const Commit later{{Op::remove(due.planKey), planSoon(again, kTell, due.notice.key, now)}, again};
      (void)call.store().commit(later);
      return;
    }
  }
  if (isOfAHire(due.notice)) countTold(call, done, due.notice.kind, now);
  (void)call.store().commit({std::move(done), 0});
}

// All that are due, those of a kind together.
void tellAll(Call& call, const std::vector<Task>& tasks, std::int64_t now, Budget& budget) {
  std::vector<std::string> wanted;
  for (const Task& task : tasks) wanted.push_back(keys::notice(task.id));
  const auto entries = wanted.empty() ? std::vector<integration::Entry>() : call.store().get(wanted);
  std::map<std::string, std::vector<DueNotice>> byKind;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    auto notice = decode<integration::Notice>(entries[i]);
    if (!notice) {
      (void)call.store().commit({{Op::remove(tasks[i].key)}, 0});
      continue;
    }
    const std::string group = isOfAHire(*notice) ? notice->kind : "";
    byKind[group].push_back({tasks[i].key, *std::move(notice)});
  }
  for (const auto& [kind, due] : byKind) {
    if (!budget.left()) return;
    if (!kind.empty() && holdBack(call, due, now)) {
      budget.spend();
      continue;
    }
    for (const DueNotice& one : due) {
      if (!budget.left()) return;
      budget.spend();
      tell(call, one, now);
      budget.look();
    }
  }
}

void eraseOne(Call& call, const Task& task, std::int64_t at, std::int64_t now) {
  std::vector<Op> ops = {Op::remove(task.key)};
  const auto held = findHire(call.store(), task.id);
  const bool due = held && held->document.eraseAt == at &&
                   (held->state == HireState::discarded || held->state == HireState::withdrawn);
  if (due) {
    HireDocument document = held->document;
    erase(document, now);
    moveHire(ops, *held, held->state, document);
    ops.push_back(record(call, now,
                         {"retention",
                          "ok",
                          "its data was erased, its time to be kept is over",
                          held->applicationId(),
                          document.id,
                          1,
                          {}}));
  }
  (void)call.store().commit({std::move(ops), 0});
}

// Has a page of the staged hires read again at once, since a person changed what they are read by; plans the
// next page.
void refresh(Call& call, const Task& task, std::int64_t now) {
  const std::string prefix = keys::hires(HireState::staged);
  integration::Range range = integration::Range::prefix(prefix);
  if (task.id != kFromTheFirst) range.from = prefix + task.id + '\0';
  range.limit = kRefreshedAtOnce;
  const integration::Page page = call.store().scan(range);
  std::vector<std::string> ids, wanted;
  for (const integration::Entry& entry : page.entries) {
    ids.push_back(decode<HireDocument>(entry)->source.applicationId);
    wanted.push_back(keys::inbox(ids.back()));
    wanted.push_back(keys::application(ids.back()));
  }
  Commit commit;
  const auto entries = wanted.empty() ? std::vector<integration::Entry>() : call.store().get(wanted);
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const auto identity = decode<ApplicationRecord>(entries[2 * i + 1]);
    const ReadReason changed{
        .applicationId = ids[i], .updatedAt = identity ? identity->updatedAt : "", .urgent = true};
    enqueue(commit, entries[2 * i], changed, now);
  }
  commit.ops.push_back(Op::remove(task.key));
  if (page.more) {
    const std::string last = page.entries.back().key.substr(prefix.size());
    commit.ops.push_back(planSoon(now, kRefresh, last, now));
    wakeAt(commit, now);
  }
  (void)call.store().commit(commit);
}

// A page of what is held, judged again soon where that is due; then the next page.
void rejudge(Call& call, const Task& task, std::int64_t now) {
  Commit commit;
  const std::string next =
      queueOutdated(call, commit, task.id == kFromTheFirst ? std::string_view() : task.id, now);
  commit.ops.push_back(Op::remove(task.key));
  if (!next.empty()) {
    commit.ops.push_back(planSoon(now, kRejudge, next, now));
    wakeAt(commit, now);
  }
  (void)call.store().commit(commit);
}

}  // namespace

void tellPeople(Call& call, std::vector<Op>& ops, std::int64_t now, std::string_view kind, std::string text,
                const Text& hireId, const Text& applicationId) {
  const integration::Notice notice{newId(call, now), std::string(kind), std::move(text), hireId,
                                   applicationId};
  ops.push_back(Op::put(keys::notice(notice.key), encode(notice)));
  ops.push_back(planSoon(now, kTell, notice.key, now));
}

Op scheduleHeldNotices(std::int64_t at, const std::string& kind, std::int64_t now) {
  return planSoon(at, kTellHeld, kind, now);
}
std::string heldPlan(std::int64_t at, const std::string& kind) {
  return keys::later(at, kTellHeld, kind);
}

void scheduleErasure(std::vector<Op>& ops, HireDocument& document, std::int64_t at) {
  document.eraseAt = at;
  ops.push_back(Op::put(keys::later(at, kErase, document.id), "1"));
}

void erase(HireDocument& document, std::int64_t now) {
  HireDocument bare;
  bare.id = document.id;
  bare.source = {document.source.system, document.source.applicationId, {}, {}, {}, {}};
  bare.importedAt = document.importedAt;
  bare.updatedAt = integration::formatTime(now);
  bare.erasedAt = bare.updatedAt;
  document = std::move(bare);
}

void scheduleForgetting(std::vector<Op>& ops, std::int64_t at) {
  ops.push_back(Op::put(keys::later(at, kForget, "dry-run"), "1"));
}

void scheduleRefresh(Commit& commit, std::int64_t now) {
  commit.ops.push_back(planSoon(now, kRefresh, kFromTheFirst, now));
  wakeAt(commit, now);
}

void scheduleRejudging(Commit& commit, std::int64_t now) {
  commit.ops.push_back(planSoon(now, kRejudge, kFromTheFirst, now));
  wakeAt(commit, now);
}

std::int64_t runDeferredTasks(Call& call, const HireSource& source, Budget& budget) {
  const std::int64_t now = budget.now();
  const Due due = readDue(call, keys::kLater, now, Budget::kUnits);
  bool refreshes = false;
  std::vector<Task> notices;
  for (const keys::TimedKey& one : due.now) {
    if (!budget.left()) return now;
    const Task task = taskOf(one);
    if (task.what == kTell) {
      notices.push_back(task);
      continue;
    }
    budget.spend();
    if (task.what == kTellHeld) tellHeld(call, source, {task.key, one.at, task.id}, now);
    if (task.what == kErase) eraseOne(call, task, one.at, now);
    if (task.what == kRefresh) {
      refresh(call, task, now);
      refreshes = true;  // the applications that it made due are for the next run
    }
    if (task.what == kRejudge) {
      rejudge(call, task, now);
      refreshes = true;
    }
    if (task.what == kForget && forgetCatchUpItems(call))
      (void)call.store().commit({{Op::remove(task.key)}, 0});
    budget.look();
  }
  tellAll(call, notices, now, budget);
  if (refreshes) return now;
  if (due.now.empty()) return due.nextAt;
  const Due left = readDue(call, keys::kLater, now, 1);
  return left.now.empty() ? left.nextAt : left.now.front().at;
}

template std::string encode(const integration::Notice&);
template std::optional<integration::Notice> decode(const integration::Entry&);

}  // namespace ashby
