// Limits the calls of one connection: some run at once, further ones wait in order, the rest are refused.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "integration/host/plugin_library.hpp"
#include "integration/status.hpp"

namespace integration {

class CallSlots;
class EntryCall;

// The right to make calls of one connection, one at a time. The destructor gives it back: the first waiting
// call then starts on the destroying thread. [one thread at a time]
class CallSlot {
 public:
  CallSlot() = default;
  CallSlot(CallSlot&& other) noexcept = default;
  CallSlot& operator=(CallSlot&& other) noexcept;
  ~CallSlot();

  // Returns whether this is a slot of the given connection.
  bool isOf(const CallSlots& slots) const { return slots_.get() == &slots; }

 private:
  friend class CallSlots;
  explicit CallSlot(std::shared_ptr<CallSlots> slots) : slots_(std::move(slots)) {}

  std::shared_ptr<CallSlots> slots_;  // null: no slot
};

// The calls of one connection; always owned by a shared_ptr. How many run and wait is up to the CallLimits of
// the plugin. Each refusal tells when to try again (retryAfterMs). [thread-safe]
// Refuses a call with Failure(unavailable):
// - while another call of the connection is past its deadline,
// - while CallLimits::hung calls of the plugin are past theirs,
// - after close().
// Refuses it with Failure(resourceExhausted) if too many calls wait already, or it has waited too long.
class CallSlots : public std::enable_shared_from_this<CallSlots> {
 public:
  using Start = std::function<void(CallSlot)>;
  using Refuse = std::function<void(const Failure&)>;
  // Where a call waits.
  enum class Turn {
    inOrder,  // behind the others
    first,    // before the others
  };

  CallSlots(std::shared_ptr<const PluginLibrary> library, std::string connection);
  ~CallSlots();
  CallSlots(const CallSlots&) = delete;
  CallSlots& operator=(const CallSlots&) = delete;

  // Never blocks, and holds no thread while the call waits. Calls exactly one of the two, once. Neither may
  // block or throw.
  // - start: called at once, or on the thread that gives a slot back.
  // - refuse: called at once, in close(), or on the watchdog's thread.
  void acquire(Start start, Refuse refuse, Turn turn = Turn::inOrder);
  // Returns a slot. Blocks for `patience` or CallLimits::wait, whichever is shorter. Throws the refusal.
  CallSlot acquire(std::chrono::milliseconds patience, Turn turn = Turn::inOrder);

  // Returns why a call would be refused at once; nullopt if it would run or wait. Never blocks.
  std::optional<Failure> refusal() const;

  // Returns how many calls wait for a slot now.
  std::size_t waiting() const;

  // Refuses every waiting and every later call. Running calls go on.
  void close();

  const std::shared_ptr<const PluginLibrary>& library() const { return library_; }
  const std::string& connection() const { return connection_; }
  const std::atomic<bool>& closing() const { return closing_; }

 private:
  friend class CallSlot;
  friend class EntryCall;
  friend class PluginCalls;
  friend class PluginInstance;

  using Instant = std::chrono::steady_clock::time_point;
  struct Waiter {
    Instant until;
    Start start;
    Refuse refuse;
  };
  struct Refusal {
    Refuse refuse;
    Failure reason;
  };

  void enter(Waiter waiter, Turn turn);
  void release() noexcept;
  std::optional<Failure> reasonToRefuse() const;
  // Returns the refusal of a call that would have to wait; nullopt if there is room.
  std::optional<Failure> tooMany() const;
  // Removes a waiting call that must be refused now; returns nullopt if there is none.
  std::optional<Refusal> takeRefusal(Instant now);
  // Returns when the next waiting call has waited too long.
  Instant nextRefusal() const;
  // Blocks until no call runs; returns the entries that still run after the timeout.
  std::vector<std::string> awaitEnd(std::chrono::milliseconds timeout);
  Failure refused(Code code, const std::string& reason, std::chrono::milliseconds retryAfter) const;

  const std::shared_ptr<const PluginLibrary> library_;
  const std::string connection_;
  std::atomic<bool> closing_{false};
  // PluginCalls::mutex_ guards all members below.
  std::size_t taken_ = 0;         // slots that are given away
  std::size_t running_ = 0;       // calls that run, with or without a slot
  std::deque<Waiter> waiting_;    // empty unless all slots are taken
  std::size_t hung_ = 0;          // calls that are past their deadline
  std::condition_variable left_;  // notified when running_ becomes 0
};

}  // namespace integration
