// Limits what one run_work may still begin: 32 units, until 2 s before its deadline, unless it is cancelled.
// Caches the clock, because reading it crosses the ABI.
#pragma once

#include <cstdint>

#include "integration/call.hpp"

namespace ashby {

class Budget {
 public:
  static constexpr std::uint32_t kUnits = 32;
  static constexpr std::int64_t kReserveMs = 2000;

  explicit Budget(integration::Call& call) : call_(call), now_(call.clock().now()) {}

  std::int64_t now() const { return now_; }
  void look() { now_ = call_.clock().now(); }

  bool left() const {
    if (units_ == 0 || call_.cancelled()) return false;
    return call_.deadline() == 0 || now_ + kReserveMs < call_.deadline();
  }
  void spend() { --units_; }

 private:
  integration::Call& call_;
  std::int64_t now_;
  std::uint32_t units_ = kUnits;
};

}  // namespace ashby
