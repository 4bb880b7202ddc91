// Tells a host what its plugins do wrong, and which of their calls run.
#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace integration {

struct PluginCall {
  std::string plugin;                 // its id
  std::string entry;                  // "run_work" and the like, "load", or an extension's id
  std::string connection;             // "" while no connection is concerned
  std::string trace;                  // of the call, as the host gave it
  std::chrono::milliseconds took{0};  // since the call began
};

// Given to PluginLibrary::load, and kept until the library's last call has returned. [thread-safe] No
// function may block or throw.
class PluginObserver {
 public:
  virtual ~PluginObserver() = default;

  // Tells that a plugin broke the contract. The message names plugin, connection and entry.
  virtual void breach(const PluginCall& call, const std::string& message) noexcept = 0;
  // Tells once, on the watchdog's thread, that a call has not returned within CallLimits::grace after its
  // deadline.
  virtual void overdue(const PluginCall& call) noexcept = 0;
  // Tells that a call which was overdue has returned.
  virtual void returned(const PluginCall& call) noexcept = 0;
};

// Returns the calls of all plugins that run now. [thread-safe]
std::vector<PluginCall> callsInProgress();
// Returns those of them that are past their deadline: they hang. [thread-safe]
std::vector<PluginCall> overdueCalls();

}  // namespace integration
