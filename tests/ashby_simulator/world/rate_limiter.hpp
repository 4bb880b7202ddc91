#pragma once

#include <map>
#include <string>

#include "world/json.hpp"

namespace ashby_simulator {

/// Limits the calls of each key in a window that opens with the key's first call. Ashby's real window isn't
/// documented.
class RateLimiter {
 public:
  struct Verdict {
    bool allowed = true;
    int remaining = 0;
    Millis resetsAt = 0;
  };

  Verdict take(const std::string& keyId, Millis now) {
    Window& window = windows_[keyId];
    if (now >= window.start + windowLength || window.used == 0) window = {now, 0};
    const bool allowed = window.used < limit;
    if (allowed) ++window.used;
    return {allowed, std::max(0, limit - window.used), window.start + windowLength};
  }

  int limit = 1000;
  Millis windowLength = 60'000;

 private:
  struct Window {
    Millis start = 0;
    int used = 0;
  };
  std::map<std::string, Window> windows_;
};

}  // namespace ashby_simulator
