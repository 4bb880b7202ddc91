#include "connection/work.hpp"

#include <algorithm>
#include <utility>

#include "ashby/ashby_hire_source.hpp"
#include "connection/mapped_fields.hpp"
#include "hires/importing/importer.hpp"
#include "hires/records/activity.hpp"
#include "hires/records/settings.hpp"
#include "hires/review/promotion.hpp"
#include "hires/work/catch_up.hpp"
#include "hires/work/deferred_tasks.hpp"
#include "hires/work/reconciliation.hpp"

namespace ashby {
namespace {

using integration::Call;
using integration::Op;
using integration::WorkResult;

constexpr std::int64_t kCallsPerHire = 7;
// After this number of calls in a row without an answer Ashby counts as away, and the rest is not tried.
constexpr std::uint32_t kUnansweredInARow = 3;

std::int64_t earliest(std::int64_t a, std::int64_t b) {
  return a == 0 ? b : b == 0 ? a : std::min(a, b);
}

std::string word(ErrorKind error) {
  switch (error) {
    case ErrorKind::keyRefused:
      return "key";
    case ErrorKind::missingPermission:
      return "permission";
    case ErrorKind::rateLimited:
      return "rate";
    default:
      return "unavailable";
  }
}

// The records that a run goes by, read at once.
struct Plan {
  Settings settings;
  Kept<WorkFacts> facts;
  Kept<MappedFieldFacts> mappedFields;
  std::int64_t sweepAt, catchUpAt;  // when the next page of each is due, 0 = never
};

Plan readPlan(integration::Store& store) {
  const std::vector<std::string> wanted = {keys::kSettings, keys::kWorkFacts, keys::kSweep, keys::kCatchUp,
                                           keys::kMappedFields};
  const auto entries = store.get(wanted);
  return {kept<Settings>(entries[0]).value, kept<WorkFacts>(entries[1]), kept<MappedFieldFacts>(entries[4]),
          kept<Reconciliation>(entries[2]).value.dueAt, kept<CatchUp>(entries[3]).value.dueAt};
}

// A run over the work that is due against Ashby, and what it learned about the connection.
class AshbyRun {
 public:
  AshbyRun(Call& call, AshbySession& session, Budget& budget, const Plan& plan)
      : call_(call),
        link_(session),
        settings_(plan.settings),
        rules_{plan.settings},
        budget_(budget),
        source_(call, session),
        facts_(plan.facts),
        mappedFields_(plan.mappedFields),
        lackingBefore_(plan.mappedFields.value.lacking),
        sweepAt_(plan.sweepAt),
        catchUpAt_(plan.catchUpAt) {}

  WorkResult run() {
    const std::int64_t now = budget_.now();
    // A clock that was set back must leave neither a pause nor the next page further off than it can be.
    if (facts_.value.pausedUntil > now && facts_.value.pausedUntil - now <= kLongestPauseMs)
      return {false, facts_.value.pausedUntil};
    if (sweepAt_ - now > kLongestPauseMs) sweepAt_ = now;
    if (catchUpAt_ - now > kLongestPauseMs) catchUpAt_ = now;
    importDue(now);
    if (!stopped_) sweepDue();
    mappedFieldsDue();
    if (!stopped_) catchUpDue();
    remember();
    if (stopped_) return {false, facts_.value.pausedUntil};
    if (!allSeen_) {
      const Due left = readDue(call_, keys::kDue, now, 1);
      nextItemAt_ = left.now.empty() ? left.nextAt : left.now.front().at;
    }
    const std::int64_t next = earliest(earliest(nextItemAt_, sweepAt_), catchUpAt_);
    const bool more = next != 0 && next <= budget_.now();
    return {more && waitUntil_ == 0, more && waitUntil_ != 0 ? waitUntil_ : next};
  }

 private:
  static constexpr std::int64_t kLongestPauseMs = 3600000;

  bool mayGoOn(std::int64_t calls) {
    if (!budget_.left()) return false;
    if (const std::int64_t ready = link_.pacer.readyAt(budget_.now(), calls); ready > budget_.now()) {
      waitUntil_ = ready;
      return false;
    }
    budget_.spend();
    return true;
  }

  void importDue(std::int64_t now) {
    const Due found = readDue(call_, keys::kDue, now, Budget::kUnits);
    nextItemAt_ = found.nextAt;
    allSeen_ = found.now.empty();
    std::vector<HeldItem> together;
    for (const keys::TimedKey& due : found.now) {
      if (!mayGoOn(kCallsPerHire * static_cast<std::int64_t>(together.size() + 1))) break;
      auto held = findItem(call_, due.id);
      if (!held || held->item.dueAt != due.at) {
        (void)call_.store().commit(
            {{Op::remove(keys::due(due.at, due.id))}, 0});  // a plan that was overtaken
        continue;
      }
      together.push_back(*std::move(held));
      if (together.size() < link_.hiresTogether) continue;
      if (!import(std::exchange(together, {}))) return;
    }
    if (!together.empty()) import(together);
  }

  // False if the trouble stops everything.
  bool import(const std::vector<HeldItem>& items) {
    const bool isFirst = !std::exchange(begun_, true);
    rules_.hasWholeRun = isFirst && items.size() == 1;
    const auto results = importApplications(call_, source_, rules_, items);
    budget_.look();
    const bool wasTooLong = std::ranges::any_of(
        results, [](const ImportResult& result) { return result.error == ErrorKind::outOfTime; });
    if (isFirst)  // who keeps Ashby waiting is found by itself, and keeps no other away
      link_.hiresTogether = wasTooLong ? 1 : std::min(link_.hiresTogether + 1, kHiresTogether);
    for (const ImportResult& result : results) {
      if (stopped_ || result.error == ErrorKind::outOfTime) continue;  // due as it was
      if (result.staged) {
        facts_.value.lastImportAt = budget_.now();
        countMapped(result.mapped, mappedFields_.value);
      }
      unanswered_ = result.error == ErrorKind::unavailable ? unanswered_ + 1 : 0;
      if (learn(result.error, result.message, result.retryAfterMs) && unanswered_ >= kUnansweredInARow)
        pause("unavailable", result.message, 0);
    }
    return !stopped_;
  }

  void sweepDue() {
    while (sweepAt_ != 0 && sweepAt_ <= budget_.now()) {
      allSeen_ = false;
      if (!mayGoOn(1)) return;
      const SourceError error = sweepPage(call_, source_, settings_, sweepAt_);
      budget_.look();
      if (!learn(error.kind, error.message, error.retryAfterMs) || !error.ok()) return;
    }
  }

  // Asks once an hour, and after a change of the sources; what was counted is kept at once.
  void mappedFieldsDue() {
    if (!stopped_ && mappedFieldsAreDue(settings_, mappedFields_.value, budget_.now()) && mayGoOn(1)) {
      checkMappedFields(call_, source_.client(), settings_, mappedFields_);
      budget_.look();
    } else if (mappedFields_.value.lacking != lackingBefore_) {
      keepMappedFields(call_, mappedFields_);
    }
  }

  // Takes one step of the catch-up, once nothing else is due.
  void catchUpDue() {
    if (catchUpAt_ == 0 || catchUpAt_ > budget_.now() || !allSeen_ || !mayGoOn(1)) return;
    allSeen_ = false;
    const SourceError error = stepCatchUp(call_, source_, settings_);
    budget_.look();
    (void)learn(error.kind, error.message, error.retryAfterMs);
    catchUpAt_ = nextCatchUpAt(call_);
  }

  // False if the trouble stops everything.
  bool learn(ErrorKind error, const std::string& message, std::int64_t retryAfterMs) {
    switch (error) {
      case ErrorKind::none:
      case ErrorKind::refused:  // an answer about one application: Ashby is there and takes the key
        succeeded_ = true;
        facts_.value.lastSuccessAt = budget_.now();
        return true;
      case ErrorKind::outOfTime:
        return true;
      case ErrorKind::unavailable:
        if (facts_.value.trouble.empty()) begin("unavailable", message);
        return true;
      default:
        pause(word(error), message, retryAfterMs);
        return false;
    }
  }

  void begin(const std::string& error, const std::string& message) {
    if (facts_.value.trouble != error) {
      troubleBegan_ = true;
      if (facts_.value.trouble.empty()) facts_.value.troubleSince = budget_.now();
    }
    facts_.value.trouble = error;
    facts_.value.troubleText = message;
    succeeded_ = false;
  }

  void pause(const std::string& error, const std::string& message, std::int64_t retryAfterMs) {
    begin(error, message);
    const std::int64_t now = budget_.now();
    facts_.value.pausedUntil =
        now + std::max(retryAfterMs, retryDelay(facts_.value.attempts++, now - facts_.value.troubleSince));
    stopped_ = true;
  }

  void remember() {
    std::vector<Op> ops;
    const std::int64_t now = budget_.now();
    if (succeeded_) {
      if (!facts_.value.trouble.empty() && !troubleBegan_)
        ops.push_back(record(call_, now, {"connection", "ok", "Ashby is read again", {}, {}, 1, {}}));
      facts_.value.trouble.clear();
      facts_.value.troubleText.clear();
      facts_.value.troubleSince = facts_.value.pausedUntil = 0;
      facts_.value.attempts = 0;
    } else if (troubleBegan_) {
      ops.push_back(record(call_, now, {"connection", "failed", facts_.value.troubleText, {}, {}, 1, {}}));
      if (facts_.value.trouble == "key" || facts_.value.trouble == "permission")
        tellPeople(call_, ops, now, "connection_failing",
                   "Imports from Ashby are stopped: " + facts_.value.troubleText, {}, {});
    } else if (!stopped_ && facts_.value.trouble.empty()) {
      return;  // nothing was asked of Ashby
    }
    if (const std::string& status = source_.client().versionStatus(); !status.empty())
      facts_.value.versionStatus = status;
    ops.push_back(Op::put(keys::kWorkFacts, encode(facts_.value)).ifVersion(facts_.entry.version));
    // Aborted: a new key was accepted meanwhile, and what was learned is about the old one.
    (void)call_.store().commit({std::move(ops), stopped_ ? facts_.value.pausedUntil : 0});
  }

  Call& call_;
  AshbySession& link_;
  const Settings& settings_;
  ImportRules rules_;
  Budget& budget_;
  AshbyHireSource source_;
  Kept<WorkFacts> facts_;
  Kept<MappedFieldFacts> mappedFields_;
  const std::optional<std::map<std::string, std::uint32_t>> lackingBefore_;
  std::int64_t sweepAt_, catchUpAt_, waitUntil_ = 0, nextItemAt_ = 0;
  std::uint32_t unanswered_ = 0;
  bool begun_ = false;    // a hire was read, or tried to
  bool allSeen_ = false;  // nothing was due: both times stand
  bool succeeded_ = false;
  bool stopped_ = false;
  bool troubleBegan_ = false;
};

}  // namespace

WorkResult runDueWork(Call& call, AshbySession& session) {
  Budget budget(call);
  const std::int64_t promotionAt = finishPromotions(call, budget);
  const Plan plan = readPlan(call.store());
  WorkResult result;
  if (plan.settings.enabled && plan.settings.complete()) result = AshbyRun(call, session, budget, plan).run();
  result.nextAt = earliest(earliest(result.nextAt, promotionAt),
                           runDeferredTasks(call, AshbyHireSource(call, session), budget));
  return result;
}

}  // namespace ashby
