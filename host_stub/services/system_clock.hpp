// The system's clock and randomness, as services.
#pragma once

#include <chrono>

#include "integration/services.hpp"
#include "storage/random.hpp"

namespace host_stub {

inline std::int64_t unixNow() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

class SystemClock : public integration::Clock {
 public:
  std::int64_t now() override { return unixNow(); }
};

class SystemRandom : public integration::Random {
 public:
  void fill(std::span<std::uint8_t> out) override { fillRandom(out); }
};

}  // namespace host_stub
