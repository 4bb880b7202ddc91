#include "integration/host/call_slots.hpp"

#include <algorithm>
#include <utility>

#include "plugin_calls.hpp"

namespace integration {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds kRetryWhenHung{10s};
constexpr std::chrono::milliseconds kRetryWhenClosing{5s};

}  // namespace

CallSlot& CallSlot::operator=(CallSlot&& other) noexcept {
  std::swap(slots_, other.slots_);
  return *this;
}

CallSlot::~CallSlot() {
  if (slots_ != nullptr) slots_->release();
}

CallSlots::CallSlots(std::shared_ptr<const PluginLibrary> library, std::string connection)
    : library_(std::move(library)), connection_(std::move(connection)) {}

CallSlots::~CallSlots() {
  PluginCalls& calls = library_->calls();
  const std::lock_guard lock(calls.mutex_);
  calls.queues_.erase(this);
}

void CallSlots::acquire(Start start, Refuse refuse, Turn turn) {
  const Instant until = std::chrono::steady_clock::now() + library_->calls().limits.wait;
  enter({until, std::move(start), std::move(refuse)}, turn);
}

CallSlot CallSlots::acquire(std::chrono::milliseconds patience, Turn turn) {
  struct Decision {
    std::mutex mutex;
    std::condition_variable made;
    std::optional<CallSlot> slot;
    std::optional<Failure> refusal;
  } decision;
  const auto wait = std::clamp(patience, 0ms, library_->calls().limits.wait);
  enter({std::chrono::steady_clock::now() + wait,
         [&decision](CallSlot given) {
           const std::lock_guard lock(decision.mutex);
           decision.slot = std::move(given);
           decision.made.notify_all();
         },
         [&decision](const Failure& reason) {
           const std::lock_guard lock(decision.mutex);
           decision.refusal = reason;
           decision.made.notify_all();
         }},
        turn);
  std::unique_lock lock(decision.mutex);
  decision.made.wait(lock, [&] { return decision.slot || decision.refusal; });
  if (decision.refusal) throw Failure(*decision.refusal);
  return std::move(*decision.slot);
}

void CallSlots::enter(Waiter waiter, Turn turn) {
  PluginCalls& calls = library_->calls();
  const Instant until = waiter.until;
  std::optional<Failure> refusal;
  bool starts = false;
  {
    const std::lock_guard lock(calls.mutex_);
    refusal = reasonToRefuse();
    if (!refusal && taken_ < calls.limits.atOnce) {
      ++taken_;
      starts = true;
    } else if (!refusal) {
      refusal = tooMany();
    }
    if (!refusal && !starts) {
      calls.queues_.insert(this);
      waiting_.insert(turn == Turn::first ? waiting_.begin() : waiting_.end(), std::move(waiter));
    }
  }
  if (refusal) return waiter.refuse(*refusal);
  if (starts) return waiter.start(CallSlot(shared_from_this()));
  calls.watchdog->lookBy(until);
}

void CallSlots::release() noexcept {
  PluginCalls& calls = library_->calls();
  Waiter next;
  {
    const std::lock_guard lock(calls.mutex_);
    if (waiting_.empty()) {
      --taken_;
      return;
    }
    next = std::move(waiting_.front());
    waiting_.pop_front();
    if (waiting_.empty()) calls.queues_.erase(this);
  }
  next.start(CallSlot(shared_from_this()));
}

std::optional<Failure> CallSlots::refusal() const {
  PluginCalls& calls = library_->calls();
  const std::lock_guard lock(calls.mutex_);
  std::optional<Failure> reason = reasonToRefuse();
  if (!reason && taken_ >= calls.limits.atOnce) reason = tooMany();
  return reason;
}

std::size_t CallSlots::waiting() const {
  const std::lock_guard lock(library_->calls().mutex_);
  return waiting_.size();
}

void CallSlots::close() {
  PluginCalls& calls = library_->calls();
  {
    const std::lock_guard lock(calls.mutex_);
    closing_ = true;
  }
  auto next = [&] {
    const std::lock_guard lock(calls.mutex_);
    return takeRefusal(std::chrono::steady_clock::now());
  };
  while (const auto refusal = next()) refusal->refuse(refusal->reason);
}

std::vector<std::string> CallSlots::awaitEnd(std::chrono::milliseconds timeout) {
  PluginCalls& calls = library_->calls();
  std::unique_lock lock(calls.mutex_);
  left_.wait_for(lock, timeout, [&] { return running_ == 0; });
  std::vector<std::string> inFlight;
  for (const EntryCall* call : calls.running_)
    if (call->slots_ == this) inFlight.emplace_back(call->about_.entry);
  return inFlight;
}

// The mutex of the calls is held in all that follows.

std::optional<Failure> CallSlots::reasonToRefuse() const {
  const PluginCalls& calls = library_->calls();
  if (closing_)
    return refused(Code::unavailable, "the plugin is being stopped, and takes no further call",
                   kRetryWhenClosing);
  if (hung_ > 0) {
    const auto hangs = std::find_if(calls.running_.begin(), calls.running_.end(), [&](const EntryCall* call) {
      return call->slots_ == this && call->isHung_;
    });
    return refused(Code::unavailable,
                   "its " + std::string((*hangs)->about_.entry) +
                       " is past its deadline: it takes no further call until that one returns",
                   kRetryWhenHung);
  }
  if (calls.hung_ >= calls.limits.hung)
    return refused(
        Code::unavailable,
        std::to_string(calls.hung_) +
            " calls of the plugin are past their deadline: it takes no further call until fewer are",
        kRetryWhenHung);
  return std::nullopt;
}

std::optional<Failure> CallSlots::tooMany() const {
  const CallLimits& limits = library_->calls().limits;
  if (waiting_.size() < limits.waiting) return std::nullopt;
  return refused(Code::resourceExhausted,
                 std::to_string(waiting_.size()) + " calls wait already for their turn", limits.wait);
}

// The waiter goes last: without memory for the reason it stays.
std::optional<CallSlots::Refusal> CallSlots::takeRefusal(Instant now) {
  if (waiting_.empty()) return std::nullopt;
  std::optional<Failure> reason = reasonToRefuse();
  const auto late = reason ? waiting_.begin()
                           : std::find_if(waiting_.begin(), waiting_.end(),
                                          [&](const Waiter& one) { return one.until <= now; });
  if (late == waiting_.end()) return std::nullopt;
  PluginCalls& calls = library_->calls();
  if (!reason)
    reason = refused(Code::resourceExhausted,
                     "none of the " + std::to_string(taken_) + " calls that run has ended in time",
                     calls.limits.wait);
  Refusal refusal{std::move(late->refuse), std::move(*reason)};
  waiting_.erase(late);
  if (waiting_.empty()) calls.queues_.erase(this);
  return refusal;
}

CallSlots::Instant CallSlots::nextRefusal() const {
  Instant next = Instant::max();
  for (const Waiter& one : waiting_) next = std::min(next, one.until);
  return next;
}

Failure CallSlots::refused(Code code, const std::string& reason, std::chrono::milliseconds retryAfter) const {
  return Failure(Error{code,
                       "plugin " + library_->calls().plugin + ", connection " + connection_ + ": " + reason,
                       retryAfter.count(),
                       {}});
}

}  // namespace integration
