#include "storage/random.hpp"

#include <openssl/rand.h>

#include <array>
#include <mutex>

#include "integration/crypto/hex.hpp"
#include "integration/crypto/time_ordered_id.hpp"
#include "integration/status.hpp"

namespace host_stub {

void fillRandom(std::span<std::uint8_t> out) {
  if (RAND_bytes(out.data(), static_cast<int>(out.size())) != 1)
    throw integration::Failure(integration::Code::unavailable, "this machine gives no randomness now");
}

std::string newId(std::int64_t now) {
  static std::mutex mutex;
  static std::int64_t last = 0;
  static std::uint64_t counter = 0;
  std::array<std::uint8_t, 6> ending{};
  const std::lock_guard lock(mutex);
  if (now > last) {
    last = now;
    fillRandom(ending);
    counter = 0;
    // The top bit stays free, so that counting on within a millisecond doesn't overflow.
    ending[0] &= 0x7f;
    for (const std::uint8_t byte : ending) counter = counter << 8 | byte;
  } else {
    ++counter;
  }
  for (std::size_t i = 0; i < 6; ++i) ending[5 - i] = static_cast<std::uint8_t>(counter >> (8 * i));
  return integration::timeOrderedId(last, ending);
}

std::string newToken() {
  std::array<std::uint8_t, 32> bytes{};
  fillRandom(bytes);
  return integration::toHex(bytes);
}

}  // namespace host_stub
