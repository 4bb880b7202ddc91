#include "net/server/memory_budget.hpp"

#include <malloc.h>

namespace host_stub {

bool MemoryBudget::charge(std::size_t& charged, std::size_t held) {
  if (held < charged) released_ += charged - held;
  total_ += held;
  total_ -= charged;
  charged = held;
  held_.set(static_cast<std::int64_t>(total_));
  return total_ <= cap_ || held <= kSmall;
}

void MemoryBudget::trim() {
  constexpr std::size_t kMuch = std::size_t{8} * 1024 * 1024;
  const auto now = std::chrono::steady_clock::now();
  if (released_ < kMuch || now < trimmedAt_ + std::chrono::seconds(1)) return;
  ::malloc_trim(0);
  released_ = 0;
  trimmedAt_ = now;
}

}  // namespace host_stub
