// Lets tasks wait for a slot of a connection without holding a thread.
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
  // Hands a task to a thread, which may run it later. Doesn't block. If it throws, the task is dropped.
  using Post = std::function<void(Task)>;
  using Turn = integration::CallSlots::Turn;

  SlotWaits() = default;
  ~SlotWaits() { finish(); }
  SlotWaits(const SlotWaits&) = delete;
  SlotWaits& operator=(const SlotWaits&) = delete;

  // Runs the task with a slot: on this thread if one is free now, else through `post` once one is.
  // A task that is refused a slot runs as well, but its calls are refused. If `slots` is null, or this thread
  // has one of them already, the task runs at once.
  // Throws what the task throws on this thread, and std::bad_alloc.
  void run(const std::shared_ptr<integration::CallSlots>& slots, Task task, Post post,
           Turn turn = Turn::inOrder);

  // Blocks until no task waits. It has no time limit of its own: CallSlots ends each wait within
  // CallLimits::wait. Later tasks are refused a slot instead of waiting.
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
