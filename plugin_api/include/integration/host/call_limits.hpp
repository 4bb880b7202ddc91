// How much a plugin may hold of its host: calls at once, calls that wait, calls that hang.
#pragma once

#include <chrono>
#include <cstddef>
#include <limits>

namespace integration {

struct CallLimits {
  std::size_t atOnce = 16;                // calls of one connection that run at once
  std::size_t waiting = 256;              // further calls of it that wait for a slot
  std::chrono::milliseconds wait{2000};   // the longest that a call waits for a slot
  std::size_t hung = 4;                   // hung calls from which on all connections of the plugin refuse
  std::chrono::milliseconds grace{1000};  // from a call's deadline until the observer is told

  // Returns limits that are never reached, for a host that schedules all calls itself on one thread.
  static constexpr CallLimits none() {
    constexpr std::size_t any = std::numeric_limits<std::size_t>::max();
    return {any, any, std::chrono::hours(24), any, std::chrono::hours(24)};
  }
};

}  // namespace integration
