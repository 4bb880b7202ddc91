// Tasks that wait for a slot of a connection without a thread.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>

#include "hosting/connections/held_slot.hpp"

namespace host_stub {

// Thread-safe.
class SlotWaits {
 public:
  using Task = std::function<void()>;
  // Brings a task to a thread, which may be a while from now. Doesn't block. A task that it can't bring is
  // dropped.
  using Post = std::function<void(Task)>;
  using Turn = integration::CallSlots::Turn;

  SlotWaits() = default;
  ~SlotWaits() { finish(); }
  SlotWaits(const SlotWaits&) = delete;
  SlotWaits& operator=(const SlotWaits&) = delete;

  // Runs the task with a slot that it holds: on this thread if there is one now, else through `post` once
  // there is. A task that is refused a slot runs as well, and its calls are refused. Without slots, or with
  // one of them in hand, it runs at once. Throws what the task throws on this thread, and std::bad_alloc.
  void run(const std::shared_ptr<integration::CallSlots>& slots, Task task, Post post,
           Turn turn = Turn::inOrder);

  // Waits until nothing waits any more, for CallLimits::wait at most. Later tasks don't wait.
  void finish();

 private:
  struct Wait;
  void ask(const std::shared_ptr<Wait>& wait, const std::shared_ptr<integration::CallSlots>& slots,
           Turn turn);
  void decide(Wait& wait, SlotDecision decision) noexcept;
  bool begin();
  void end();

  std::mutex mutex_;
  std::condition_variable none_;
  std::size_t waiting_ = 0;
  bool finishing_ = false;
};

}  // namespace host_stub
