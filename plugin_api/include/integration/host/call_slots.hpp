// Bounds the calls of one connection: so many run at once, further ones wait in order, the rest is refused.
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

// The right to make calls of one connection, one at a time. Gives itself back when it is destroyed: the first
// waiting call then starts on this thread. [one thread at a time]
class CallSlot {
 public:
  CallSlot() = default;
  CallSlot(CallSlot&& other) noexcept = default;
  CallSlot& operator=(CallSlot&& other) noexcept;
  ~CallSlot();

  bool isOf(const CallSlots& slots) const { return slots_.get() == &slots; }

 private:
  friend class CallSlots;
  explicit CallSlot(std::shared_ptr<CallSlots> slots) : slots_(std::move(slots)) {}

  std::shared_ptr<CallSlots> slots_;  // null: no slot
};

// The calls of one connection; always owned by a shared_ptr. Refuses at once with Failure(unavailable) while
// a call of the connection is past its deadline, or CallLimits::hung calls of the plugin are, or after
// close(); with Failure(resourceExhausted) if too many wait, or a call has waited for too long. Each tells
// when to try again (retryAfterMs). [thread-safe]
class CallSlots : public std::enable_shared_from_this<CallSlots> {
 public:
  using Start = std::function<void(CallSlot)>;
  using Refuse = std::function<void(const Failure&)>;
  // Where a call waits: behind the others, or before them.
  enum class Turn { inOrder, first };

  CallSlots(std::shared_ptr<const PluginLibrary> library, std::string connection);
  ~CallSlots();
  CallSlots(const CallSlots&) = delete;
  CallSlots& operator=(const CallSlots&) = delete;

  // Never blocks and holds no thread while it waits. Calls exactly one of the two, once: `start` at once or
  // on the thread that gives a slot back, `refuse` at once, in close(), or on the watchdog's thread. Neither
  // may block or throw.
  void acquire(Start start, Refuse refuse, Turn turn = Turn::inOrder);
  // Blocks for `patience` or CallLimits::wait, whichever is shorter. Throws the refusal.
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
  std::optional<Failure> tooMany() const;
  std::optional<Refusal> takeRefusal(Instant now);
  Instant nextRefusal() const;
  std::vector<std::string> awaitEnd(std::chrono::milliseconds timeout);
  Failure refused(Code code, const std::string& reason, std::chrono::milliseconds retryAfter) const;

  const std::shared_ptr<const PluginLibrary> library_;
  const std::string connection_;
  std::atomic<bool> closing_{false};
  // The mutex of the plugin's calls guards what follows.
  std::size_t taken_ = 0;       // slots that are given away
  std::size_t running_ = 0;     // calls, those without a slot among them
  std::deque<Waiter> waiting_;  // only while all slots are taken
  std::size_t hung_ = 0;        // calls that are past their deadline
  std::condition_variable left_;
};

}  // namespace integration
