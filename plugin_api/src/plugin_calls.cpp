#include "plugin_calls.hpp"

#include <algorithm>

#include "integration/host/call_slots.hpp"
#include "process_comparison.hpp"

namespace integration {
namespace {

using Instant = Watchdog::Instant;

Instant after(Instant time, std::chrono::milliseconds more) {
  return time == Instant::max() ? time : time + more;
}

std::vector<PluginCall> callsOfAll(bool onlyOverdue) {
  std::vector<PluginCall> calls;
  for (const auto& plugin : Watchdog::watched()) plugin->addTo(calls, onlyOverdue);
  return calls;
}

}  // namespace

std::vector<PluginCall> callsInProgress() {
  return callsOfAll(false);
}
std::vector<PluginCall> overdueCalls() {
  return callsOfAll(true);
}

std::shared_ptr<PluginCalls> PluginCalls::create(const std::string& plugin, const CallLimits& limits,
                                                 std::shared_ptr<PluginObserver> observer) {
  std::shared_ptr<PluginCalls> calls(new PluginCalls(plugin, limits, std::move(observer)));
  calls->watchdog->watch(calls);
  return calls;
}

void PluginCalls::addTo(std::vector<PluginCall>& calls, bool onlyOverdue) const {
  const auto now = std::chrono::steady_clock::now();
  const std::lock_guard lock(mutex_);
  for (const EntryCall* call : running_)
    if (!onlyOverdue || call->about_.deadline <= now) calls.push_back(call->describe(now));
}

void PluginCalls::takeRan(std::vector<PluginCall>& calls) {
  const auto now = std::chrono::steady_clock::now();
  const std::lock_guard lock(mutex_);
  for (const EntryCall* call : running_) {
    calls.push_back(call->describe(now));
    ran_.erase(calls.back().entry);
  }
  for (const std::string& entry : ran_) calls.push_back({plugin, entry, {}, {}, {}});
  ran_.clear();
}

Instant PluginCalls::look(Instant now) {
  markHung(now);
  refuseLate(now);
  const std::lock_guard telling(telling_);
  while (const auto late = takeOverdue(now))
    if (observer != nullptr) observer->overdue(*late);
  return nextLook();
}

// A call that ends at its very deadline, as one does whose request to its source has used all of the time, is
// not hung: it has a quarter of the grace to return.
Instant PluginCalls::hangsFrom(const EntryCall& call) const {
  return after(call.about_.deadline, limits.grace / 4);
}

void PluginCalls::markHung(Instant now) {
  const std::lock_guard lock(mutex_);
  for (EntryCall* call : running_) {
    if (call->isHung_ || now < hangsFrom(*call)) continue;
    call->isHung_ = true;
    ++hung_;
    if (call->slots_ != nullptr) ++call->slots_->hung_;
  }
}

std::optional<PluginCall> PluginCalls::takeOverdue(Instant now) {
  const std::lock_guard lock(mutex_);
  for (EntryCall* call : running_) {
    if (call->isTold_ || now < after(call->about_.deadline, limits.grace)) continue;
    PluginCall described = call->describe(now);
    call->isTold_ = true;
    return described;
  }
  return std::nullopt;
}

void PluginCalls::refuseLate(Instant now) {
  auto next = [&]() -> std::optional<CallSlots::Refusal> {
    const std::lock_guard lock(mutex_);
    for (CallSlots* slots : queues_)
      if (auto refusal = slots->takeRefusal(now)) return refusal;
    return std::nullopt;
  };
  while (const auto refusal = next()) refusal->refuse(refusal->reason);
}

Instant PluginCalls::nextLook() const {
  const std::lock_guard lock(mutex_);
  Instant next = Instant::max();
  for (const EntryCall* call : running_) {
    if (!call->isHung_) next = std::min(next, hangsFrom(*call));
    if (!call->isTold_) next = std::min(next, after(call->about_.deadline, limits.grace));
  }
  for (const CallSlots* slots : queues_) next = std::min(next, slots->nextRefusal());
  return next;
}

EntryCall::EntryCall(PluginCalls& calls, CallSlots* slots, const About& about)
    : calls_(calls),
      slots_(slots),
      about_(about),
      context_(calls_.plugin, about.entry, about.connection, about.trace) {
  {
    const std::lock_guard lock(calls_.mutex_);
    if (slots_ != nullptr && slots_->closing_)
      throw Failure(Code::unavailable, place() + "the plugin is being stopped, and takes no further call");
    auto isTheSame = [&](const EntryCall* other) {
      return other->slots_ == slots_ && other->about_.entry == about_.entry;
    };
    if (about_.isAlone && std::any_of(calls_.running_.begin(), calls_.running_.end(), isTheSame))
      throw Failure(Code::failedPrecondition, place() + "it runs already for this connection");
    if (isProcessGuarded() && !calls_.ran_.contains(about_.entry)) calls_.ran_.emplace(about_.entry);
    calls_.running_.push_back(this);  // nothing below throws: this must not stay there
    if (slots_ != nullptr) ++slots_->running_;
  }
  calls_.watchdog->lookBy(about_.deadline);
}

EntryCall::~EntryCall() {
  {
    const std::lock_guard lock(calls_.mutex_);
    std::erase(calls_.running_, this);
    if (isHung_) --calls_.hung_;
    if (slots_ != nullptr) {
      if (isHung_) --slots_->hung_;
      if (--slots_->running_ == 0) slots_->left_.notify_all();
    }
  }
  if (!isTold_ || calls_.observer == nullptr) return;
  const std::lock_guard telling(calls_.telling_);
  try {
    calls_.observer->returned(describe(std::chrono::steady_clock::now()));
  } catch (const std::bad_alloc&) {
    // Without memory nobody can be told.
  }
}

PluginCall EntryCall::describe(Instant now) const {
  return {calls_.plugin, std::string(about_.entry), std::string(about_.connection), std::string(about_.trace),
          std::chrono::duration_cast<std::chrono::milliseconds>(now - since_)};
}

std::string EntryCall::place() const {
  const std::string connection = std::string(about_.connection);
  return "plugin " + calls_.plugin + (connection.empty() ? "" : ", connection " + connection) + ", " +
         std::string(about_.entry) + ": ";
}

Failure EntryCall::breach(const std::string& what) const {
  const Failure failure(Code::internal, place() + what);
  if (calls_.observer != nullptr) calls_.observer->breach(describe(), failure.what());
  return failure;
}

Instant EntryCall::deadlineOf(const CallOptions& options) {
  if (options.deadline == 0) return Instant::max();
  Clock* const clock = options.deadlineClock != nullptr ? options.deadlineClock : options.services.clock;
  const std::int64_t now = clock != nullptr ? clock->now()
                                            : std::chrono::duration_cast<std::chrono::milliseconds>(
                                                  std::chrono::system_clock::now().time_since_epoch())
                                                  .count();
  constexpr std::int64_t kDay = 24LL * 60 * 60 * 1000;
  const std::int64_t left = options.deadline <= now ? 0 : std::min(kDay, options.deadline - now);
  return std::chrono::steady_clock::now() + std::chrono::milliseconds(left);
}

}  // namespace integration
