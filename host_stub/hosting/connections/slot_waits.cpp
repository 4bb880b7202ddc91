#include "hosting/connections/slot_waits.hpp"

#include <optional>
#include <utility>

namespace host_stub {

using integration::CallSlot;
using integration::CallSlots;
using integration::Failure;

// The decision comes while the asker's thread still looks for it, or later: never both. All that a decision
// needs is here already, since it must not fail for want of memory.
struct SlotWaits::Wait {
  Task task;
  Post post;
  CallSlot slot;
  std::mutex mutex;
  std::optional<SlotDecision> decision;
  bool isParked = false;  // the asker's thread has gone
};

void SlotWaits::run(const std::shared_ptr<CallSlots>& slots, Task task, Post post, Turn turn) {
  if (slots == nullptr || HeldSlot::current().slots == slots) return task();
  if (!begin()) {
    const HeldSlot refused({slots, nullptr});
    return task();
  }
  std::shared_ptr<Wait> wait;
  try {
    wait = std::make_shared<Wait>();
    wait->task = std::move(task);
    wait->post = std::move(post);
    ask(wait, slots, turn);
  } catch (...) {
    end();
    throw;
  }
  std::unique_lock lock(wait->mutex);
  if (!wait->decision) {
    wait->isParked = true;
    return;
  }
  lock.unlock();
  end();
  const HeldSlot held(*std::exchange(wait->decision, std::nullopt));
  wait->task();
}

void SlotWaits::ask(const std::shared_ptr<Wait>& wait, const std::shared_ptr<CallSlots>& slots, Turn turn) {
  slots->acquire(
      [this, wait, slots](CallSlot slot) {
        wait->slot = std::move(slot);
        decide(*wait, {slots, std::shared_ptr<const CallSlot>(wait, &wait->slot)});
      },
      [this, wait, slots](const Failure&) {
        decide(*wait, {slots, nullptr});
      },
      turn);
}

// Without memory for the way to another thread the task is dropped.
void SlotWaits::decide(Wait& wait, SlotDecision decision) noexcept {
  {
    const std::lock_guard lock(wait.mutex);
    if (!wait.isParked) {
      wait.decision = std::move(decision);
      return;
    }
  }
  try {
    wait.post([task = std::move(wait.task), decision = std::move(decision)] {
      const HeldSlot held(decision);
      task();
    });
  } catch (const std::exception&) {
    wait.task = nullptr;
  }
  end();
}

bool SlotWaits::begin() {
  const std::lock_guard lock(mutex_);
  if (!finishing_) ++waiting_;
  return !finishing_;
}

// Notifies under the lock: finish() may let the object go as soon as it has it.
void SlotWaits::end() {
  const std::lock_guard lock(mutex_);
  if (--waiting_ == 0) none_.notify_all();
}

void SlotWaits::finish() {
  std::unique_lock lock(mutex_);
  finishing_ = true;
  none_.wait(lock, [this] { return waiting_ == 0; });
}

}  // namespace host_stub
