#include "server/clock.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace ashby_simulator {

using std::chrono::duration_cast;
using std::chrono::milliseconds;

Clock::Clock()
    : realBase_(std::chrono::steady_clock::now()),
      base_(duration_cast<milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count()) {}

Millis Clock::now() const {
  const std::lock_guard lock(mutex_);
  return nowLocked();
}

double Clock::speed() const {
  const std::lock_guard lock(mutex_);
  return speed_;
}

void Clock::setSpeed(double speed) {
  if (!(speed > 0) || speed > 1'000'000)
    throw std::invalid_argument("'speed' must be over 0 and at most 1000000");
  const std::lock_guard lock(mutex_);
  base_ = nowLocked();
  realBase_ = std::chrono::steady_clock::now();
  speed_ = speed;
}

void Clock::advance(Millis by) {
  if (by < 0) throw std::invalid_argument("'advanceMs' must not be negative");
  const std::lock_guard lock(mutex_);
  base_ += by;
}

milliseconds Clock::realTimeUntil(Millis time) const {
  const std::lock_guard lock(mutex_);
  const double left = std::ceil(static_cast<double>(time - nowLocked()) / speed_);
  return milliseconds(static_cast<Millis>(std::clamp(left, 0.0, 3'600'000.0)));
}

Millis Clock::nowLocked() const {
  const auto real =
      duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - realBase_).count();
  return base_ + static_cast<Millis>(static_cast<double>(real) / 1000.0 * speed_);
}

}  // namespace ashby_simulator
