#pragma once

#include <chrono>
#include <mutex>

#include "world/json.hpp"

namespace ashby_simulator {

/// The world's time: real time, run at a speed and pushed forward. Thread-safe.
class Clock {
 public:
  Clock();

  Millis now() const;
  double speed() const;

  /// Sets how fast the time runs. Throws std::invalid_argument unless 0 < speed <= 1,000,000.
  void setSpeed(double speed);
  void advance(Millis by);

  /// Returns the real time until the world's `time`; zero if it is past.
  std::chrono::milliseconds realTimeUntil(Millis time) const;

 private:
  Millis nowLocked() const;

  mutable std::mutex mutex_;
  std::chrono::steady_clock::time_point realBase_;
  Millis base_ = 0;
  double speed_ = 1;
};

}  // namespace ashby_simulator
