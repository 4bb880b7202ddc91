#include "integration/crypto/time_ordered_id.hpp"

#include <array>

#include "integration/crypto/hex.hpp"

namespace integration {

std::string timeOrderedId(std::int64_t at, std::span<const std::uint8_t> ending) {
  std::array<std::uint8_t, 6> time;
  for (std::size_t i = 0; i < time.size(); ++i)
    time[time.size() - 1 - i] = static_cast<std::uint8_t>(at >> (8 * i));
  return toHex(time) + toHex(ending);
}

}  // namespace integration
