#include "connection/work.hpp"

#include <algorithm>

#include "ashby/client.hpp"
#include "connection/settings.hpp"
#include "hires/activity.hpp"
#include "hires/importer.hpp"
#include "hires/promotion.hpp"
#include "hires/sweep.hpp"

namespace ashby {
namespace {

using integration::Call;
using integration::Op;
using integration::WorkResult;

constexpr std::int64_t kCallsPerHire = 7;
// So many in a row without an answer: Ashby is away, and the rest needn't find that out one by one.
constexpr std::uint32_t kUnansweredInARow = 3;

std::int64_t earliest(std::int64_t a, std::int64_t b) {
  return a == 0 ? b : b == 0 ? a : std::min(a, b);
}

std::string word(Trouble trouble) {
  switch (trouble) {
    case Trouble::keyRefused:
      return "key";
    case Trouble::missingPermission:
      return "permission";
    case Trouble::rateLimited:
      return "rate";
    default:
      return "unavailable";
  }
}

// One run over what is due against Ashby, and what it learned about the connection.
class AshbyRun {
 public:
  AshbyRun(Call& call, Pacer& pacer, const Settings& settings, Budget& budget)
      : call_(call),
        pacer_(pacer),
        settings_(settings),
        budget_(budget),
        client_(call, pacer),
        facts_(load<WorkFacts>(call.store(), keys::kWorkFacts)) {}

  WorkResult run() {
    const std::int64_t now = call_.clock().now();
    // A clock that was set back must not leave a pause standing for longer than any pause lasts.
    if (facts_.value.pausedUntil > now && facts_.value.pausedUntil - now <= kLongestPauseMs)
      return {false, facts_.value.pausedUntil};
    importDue(now);
    if (!stopped_) sweepDue();
    remember();
    if (stopped_) return {false, facts_.value.pausedUntil};
    if (!allSeen_) {
      const Due left = readDue(call_, keys::kDue, now, 1);
      nextItemAt_ = left.now.empty() ? left.nextAt : left.now.front().at;
      sweepAt_ = nextSweepAt(call_);
    }
    const std::int64_t next = earliest(nextItemAt_, sweepAt_);
    const bool more = next != 0 && next <= call_.clock().now();
    return {more && waitUntil_ == 0, more && waitUntil_ != 0 ? waitUntil_ : next};
  }

 private:
  static constexpr std::int64_t kLongestPauseMs = 3600000;

  bool mayGoOn(std::int64_t calls) {
    const std::int64_t now = call_.clock().now();
    if (!budget_.left(now)) return false;
    if (const std::int64_t ready = pacer_.readyAt(now, calls); ready > now) {
      waitUntil_ = ready;
      return false;
    }
    budget_.spend();
    return true;
  }

  void importDue(std::int64_t now) {
    std::uint32_t unanswered = 0;
    const Due found = readDue(call_, keys::kDue, now, Budget::kUnits);
    nextItemAt_ = found.nextAt;
    allSeen_ = found.now.empty();
    for (const keys::TimedKey& due : found.now) {
      if (!mayGoOn(kCallsPerHire)) return;
      const auto held = findItem(call_, due.id);
      if (!held || held->item.dueAt != due.at) {
        (void)call_.store().commit(
            {{Op::remove(keys::due(due.at, due.id))}, 0});  // a plan that was overtaken
        continue;
      }
      const ImportResult result = importApplication(call_, client_, settings_, *held);
      if (result.staged) facts_.value.lastImportAt = call_.clock().now();
      unanswered = result.trouble == Trouble::unavailable ? unanswered + 1 : 0;
      if (!learn(result.trouble, result.message, result.retryAfterMs)) return;
      if (unanswered == kUnansweredInARow) return pause("unavailable", result.message, 0);
    }
  }

  void sweepDue() {
    for (;;) {
      sweepAt_ = nextSweepAt(call_);
      if (sweepAt_ == 0 || sweepAt_ > call_.clock().now()) return;
      allSeen_ = false;
      if (!mayGoOn(1)) return;
      const Answer answer = sweepPage(call_, client_, settings_);
      if (!learn(answer.trouble, answer.message, answer.retryAfterMs) || !answer.ok()) return;
    }
  }

  // False where the trouble stops everything.
  bool learn(Trouble trouble, const std::string& message, std::int64_t retryAfterMs) {
    switch (trouble) {
      case Trouble::none:
      case Trouble::refused:  // an answer about one application: Ashby is there and takes the key
        succeeded_ = true;
        facts_.value.lastSuccessAt = call_.clock().now();
        return true;
      case Trouble::unavailable:
        if (facts_.value.trouble.empty()) begin("unavailable", message);
        return true;
      default:
        pause(word(trouble), message, retryAfterMs);
        return false;
    }
  }

  void begin(const std::string& trouble, const std::string& message) {
    if (facts_.value.trouble != trouble) {
      troubleBegan_ = true;
      if (facts_.value.trouble.empty()) facts_.value.troubleSince = call_.clock().now();
    }
    facts_.value.trouble = trouble;
    facts_.value.troubleText = message;
    succeeded_ = false;
  }

  void pause(const std::string& trouble, const std::string& message, std::int64_t retryAfterMs) {
    begin(trouble, message);
    const std::int64_t now = call_.clock().now();
    facts_.value.pausedUntil =
        now + std::max(retryAfterMs, retryDelay(facts_.value.attempts++, now - facts_.value.troubleSince));
    stopped_ = true;
  }

  void remember() {
    std::vector<Op> ops;
    const std::int64_t now = call_.clock().now();
    if (succeeded_) {
      if (!facts_.value.trouble.empty() && !troubleBegan_)
        ops.push_back(record(call_, now, {"connection", "ok", "Ashby is read again", {}, {}, 1, {}}));
      facts_.value.trouble.clear();
      facts_.value.troubleText.clear();
      facts_.value.troubleSince = facts_.value.pausedUntil = 0;
      facts_.value.attempts = 0;
    } else if (troubleBegan_) {
      ops.push_back(record(call_, now, {"connection", "failed", facts_.value.troubleText, {}, {}, 1, {}}));
    } else if (!stopped_ && facts_.value.trouble.empty()) {
      return;  // nothing was asked of Ashby
    }
    ops.push_back(Op::put(keys::kWorkFacts, encode(facts_.value)).ifVersion(facts_.entry.version));
    // Aborted: a new key was accepted meanwhile, and what was learned is about the old one.
    (void)call_.store().commit({std::move(ops), stopped_ ? facts_.value.pausedUntil : 0});
  }

  Call& call_;
  Pacer& pacer_;
  const Settings& settings_;
  Budget& budget_;
  Client client_;
  Kept<WorkFacts> facts_;
  std::int64_t waitUntil_ = 0, nextItemAt_ = 0, sweepAt_ = 0;
  bool allSeen_ = false;  // nothing was due: both times stand
  bool succeeded_ = false;
  bool stopped_ = false;
  bool troubleBegan_ = false;
};

}  // namespace

WorkResult runDueWork(Call& call, Pacer& pacer) {
  Budget budget(call);
  const std::int64_t promotionAt = finishPromotions(call, budget);
  const Settings settings = load<Settings>(call.store(), keys::kSettings).value;
  WorkResult result;
  if (settings.enabled && settings.complete()) result = AshbyRun(call, pacer, settings, budget).run();
  result.nextAt = earliest(result.nextAt, promotionAt);
  return result;
}

}  // namespace ashby
