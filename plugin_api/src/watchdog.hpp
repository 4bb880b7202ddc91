// The thread that looks at the calls of all plugins when one of them is due.
#pragma once

#include <chrono>
#include <memory>
#include <thread>
#include <vector>

namespace integration {

class PluginCalls;

// A process has one, for as long as a plugin is loaded. [thread-safe]
class Watchdog {
 public:
  using Instant = std::chrono::steady_clock::time_point;

  // Returns the one of this process; starts it if there is none.
  static std::shared_ptr<Watchdog> ofProcess();
  // Returns what is being watched in this process.
  static std::vector<std::shared_ptr<PluginCalls>> watched();

  Watchdog();
  ~Watchdog();  // ends the thread, and waits for it unless it is this one
  Watchdog(const Watchdog&) = delete;
  Watchdog& operator=(const Watchdog&) = delete;

  // Looks at the calls of this plugin, too, until nobody else owns them.
  void watch(const std::shared_ptr<PluginCalls>& calls);
  // Sees to it that all calls are looked at at this time, or before.
  void lookBy(Instant time) noexcept;

 private:
  struct Rounds;

  const std::shared_ptr<Rounds> rounds_;  // shared with the thread
  std::thread thread_;
};

}  // namespace integration
