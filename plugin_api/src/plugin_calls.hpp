// The calls of one plugin: which run, which hang, and whose connections wait for a slot.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "integration/host/call_limits.hpp"
#include "integration/host/call_options.hpp"
#include "integration/host/crash_records.hpp"
#include "integration/host/plugin_observer.hpp"
#include "watchdog.hpp"

namespace integration {

class CallSlots;
class EntryCall;

// Shared by the library and everything that calls it. [thread-safe]
class PluginCalls {
 public:
  using Instant = Watchdog::Instant;

  static std::shared_ptr<PluginCalls> create(const std::string& plugin, const CallLimits& limits,
                                             std::shared_ptr<PluginObserver> observer);

  // Does what is due, and returns when it is to be done again. Called by the watchdog alone.
  Instant look(Instant now);
  void addTo(std::vector<PluginCall>& calls, bool onlyOverdue) const;
  // Adds the entries that have run since the last time, and the calls that run now. Remembers only while the
  // process is guarded.
  void takeRan(std::vector<PluginCall>& calls);

  const std::string plugin;
  const CallLimits limits;
  const std::shared_ptr<PluginObserver> observer;  // may be null
  const std::shared_ptr<Watchdog> watchdog;

 private:
  friend class CallSlots;
  friend class EntryCall;

  PluginCalls(const std::string& id, const CallLimits& with, std::shared_ptr<PluginObserver> tells)
      : plugin(id), limits(with), observer(std::move(tells)), watchdog(Watchdog::ofProcess()) {}

  Instant hangsFrom(const EntryCall& call) const;
  void markHung(Instant now);
  std::optional<PluginCall> takeOverdue(Instant now);
  void refuseLate(Instant now);
  Instant nextLook() const;

  std::mutex telling_;  // held while a call is told of, so that `returned` never overtakes `overdue`
  mutable std::mutex mutex_;
  std::vector<EntryCall*> running_;
  std::size_t hung_ = 0;
  std::set<CallSlots*> queues_;             // those for which calls wait
  std::set<std::string, std::less<>> ran_;  // entries
};

// A call of the plugin while it runs: known to the watchdog, to close() and to the crash records.
// [one thread]
class EntryCall {
 public:
  using Instant = PluginCalls::Instant;

  struct About {
    std::string_view entry = {};       // these three must outlive the call
    std::string_view connection = {};  // "" if there is none
    std::string_view trace = {};
    Instant deadline = Instant::max();
    bool isAlone = false;  // refused while this entry of the connection runs
  };

  // slots: null for a call that close() doesn't wait for. Throws Failure(unavailable) if they are closing,
  // failedPrecondition if another one runs that must be alone.
  EntryCall(PluginCalls& calls, CallSlots* slots, const About& about);
  ~EntryCall();
  EntryCall(const EntryCall&) = delete;
  EntryCall& operator=(const EntryCall&) = delete;

  // Returns "plugin P, connection C, ENTRY: ", which begins every message about a plugin's fault.
  std::string place() const;
  // Tells the observer that the plugin broke the contract, and returns the Failure that says so.
  Failure breach(const std::string& what) const;
  PluginCall describe() const { return describe(std::chrono::steady_clock::now()); }
  std::weak_ptr<PluginObserver> observer() const { return calls_.observer; }

  // The time of a call's deadline by the clock that it is of.
  static Instant deadlineOf(const CallOptions& options);

 private:
  friend class CallSlots;
  friend class PluginCalls;
  PluginCall describe(Instant now) const;

  PluginCalls& calls_;
  CallSlots* const slots_;
  const About about_;
  const Instant since_ = std::chrono::steady_clock::now();
  bool isHung_ = false;  // these two are guarded by the mutex of the calls
  bool isTold_ = false;
  CrashContext context_;
};

}  // namespace integration
