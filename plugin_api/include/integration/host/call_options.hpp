// The options that a host gives with each call into a plugin.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <string>

#include "integration/services.hpp"

namespace integration {

class CallSlot;

struct CallOptions {
  // Those of the plugin's connection. They must live until the call returns. A null one answers
  // unimplemented.
  Services services;
  std::int64_t deadline = 0;  // Unix ms by services.clock (the system's clock without one), 0 = none
  std::string actor = {};     // an opaque user id, "" if no person asked
  std::string trace = {};     // joins the log lines of one request
  const std::atomic<bool>* cancelled = nullptr;
  Clock* deadlineClock = nullptr;  // whose time the deadline is; null = services.clock
  // The slot of this connection that the call runs in; null = the call waits on its thread for a slot.
  const CallSlot* slot = nullptr;
  // How long the call waits for a slot, but CallLimits::wait at most.
  std::chrono::milliseconds patience = std::chrono::milliseconds::max();
};

}  // namespace integration
