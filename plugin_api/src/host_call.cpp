#include "integration/host/host_call.hpp"

#include <array>
#include <chrono>
#include <mutex>
#include <new>
#include <utility>

#include "call_record.hpp"
#include "plugin_calls.hpp"

namespace integration {
namespace {

// Ended records wait in a queue, the oldest first, and are taken again once the quarantine is full, or no
// memory is left for another one.
class Records {
 public:
  CallRecord* take() {
    const std::lock_guard lock(mutex_);
    if (ended_ <= HostCall::kQuarantine)
      if (auto* const made = new (std::nothrow) CallRecord) return made;
    if (oldest_ == nullptr) throw std::bad_alloc();
    --ended_;
    if (oldest_ == newest_) newest_ = nullptr;
    return std::exchange(oldest_, std::exchange(oldest_->endedNext, nullptr));
  }
  void give(CallRecord* record) {
    const std::lock_guard lock(mutex_);
    ++ended_;
    (newest_ == nullptr ? oldest_ : newest_->endedNext) = record;
    newest_ = record;
  }

 private:
  std::mutex mutex_;
  CallRecord* oldest_ = nullptr;
  CallRecord* newest_ = nullptr;
  std::size_t ended_ = 0;
};

// Not destroyed at exit: plugins and detached threads may outlive static objects.
Records& records() {
  static auto* const all = new Records;
  return *all;
}

std::int64_t deadlineTime(const CallRecord& record) {
  if (record.deadlineClock != nullptr) return record.deadlineClock->now();
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

CallRecord& recordOf(const integration_call* call) {
  require(call != nullptr, "the call is null: give the one that the entry was given");
  return *static_cast<CallRecord*>(const_cast<integration_call*>(call));
}

const char* serviceName(ServiceFunction function) {
  constexpr std::array kNames{"store.get",      "store.scan",  "store.commit",  "http.send",   "secrets.get",
                              "members.create", "members.get", "members.match", "clock.now",   "random.fill",
                              "log.write",      "wake.wake",   "lists.get",     "notices.tell"};
  return kNames.at(static_cast<std::size_t>(function));
}

std::uint32_t isCancelled(const integration_call* call) noexcept {
  if (call == nullptr) return 1;
  auto& record = *static_cast<CallRecord*>(const_cast<integration_call*>(call));
  if (!record.enter()) return 1;
  auto isSet = [](const std::atomic<bool>* flag) {
    return flag != nullptr && flag->load(std::memory_order_acquire);
  };
  const bool cancelled = isSet(record.callerCancels) || isSet(record.instanceCloses);
  record.leave();
  return cancelled ? 1 : 0;
}

}  // namespace

bool CallRecord::enter() {
  if ((uses.fetch_add(1, std::memory_order_acq_rel) & kEnded) == 0) return true;
  leave();
  return false;
}

void CallRecord::leave() {
  if (uses.fetch_sub(1, std::memory_order_acq_rel) - 1 == kEnded) uses.notify_all();
}

void CallRecord::end() {
  std::uint32_t now = uses.fetch_or(kEnded, std::memory_order_acq_rel) | kEnded;
  for (; now != kEnded; now = uses.load(std::memory_order_acquire)) uses.wait(now, std::memory_order_acquire);
}

void LateUses::keep(const EntryCall* entry) {
  const std::lock_guard lock(mutex_);
  observer_.reset();
  if (entry == nullptr) return;
  call_ = entry->describe();
  place_ = entry->place();
  observer_ = entry->observer();
}

void LateUses::tell(ServiceFunction function) {
  const std::lock_guard lock(mutex_);
  const auto observer = observer_.lock();
  observer_.reset();
  if (observer) observer->breach(call_, place_ + "used " + serviceName(function) + " after it had returned");
}

ServiceUse::ServiceUse(const integration_call* call, ServiceFunction function) : record_(recordOf(call)) {
  if (!record_.enter()) {
    record_.lateUses.tell(function);
    throw Failure(Code::failedPrecondition,
                  "the call has ended: services may be used until the entry returns");
  }
  try {
    checkRights(function);
    if (function != ServiceFunction::logWrite && record_.trueDeadline != 0 &&
        deadlineTime(record_) > record_.trueDeadline)
      throw Failure(Code::deadlineExceeded, "the call's deadline has passed");
  } catch (...) {
    record_.leave();
    throw;
  }
}

void ServiceUse::checkRights(ServiceFunction function) const {
  if (allowed(record_.trueKind, function)) return;
  const std::string refusal =
      "this entry may not use " + std::string(serviceName(function)) + ": rights.hpp has the table";
  if (record_.entry != nullptr && !record_.hasBrokenRights.exchange(true)) record_.entry->breach(refusal);
  throw Failure(Code::failedPrecondition, refusal);
}

HostCall::HostCall(CallKind kind, const CallOptions& options, const std::atomic<bool>* closing)
    : record_(records().take()) {
  CallRecord& record = *record_;
  record.actorText = options.actor;
  record.traceText = options.trace;
  record.services = options.services;
  record.deadlineClock = options.deadlineClock != nullptr ? options.deadlineClock : options.services.clock;
  record.callerCancels = options.cancelled;
  record.instanceCloses = closing;
  record.entry = nullptr;
  record.lateUses.keep(nullptr);
  record.hasBrokenRights = false;
  record.trueKind = kind;
  record.trueDeadline = options.deadline;
  record.struct_size = sizeof(integration_call);
  record.kind = static_cast<std::int32_t>(kind);
  record.deadline = options.deadline;
  record.actor = detail::toView(record.actorText);
  record.trace = detail::toView(record.traceText);
  record.integration_call::cancelled = &isCancelled;
  record.begin();
}

HostCall::~HostCall() {
  try {
    record_->lateUses.keep(record_->entry);
  } catch (const std::bad_alloc&) {
    // Without memory nobody is told of a late use, which is refused all the same.
  }
  record_->end();
}

void HostCall::GiveBack::operator()(CallRecord* record) const {
  records().give(record);
}

const integration_call* HostCall::get() const {
  return record_.get();
}

}  // namespace integration
