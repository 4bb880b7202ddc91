#include "storage/random.hpp"

#include <openssl/rand.h>

#include <algorithm>
#include <array>
#include <mutex>

#include "integration/status.hpp"

namespace host_stub {

void fillRandom(std::span<std::uint8_t> out) {
  if (RAND_bytes(out.data(), static_cast<int>(out.size())) != 1)
    throw integration::Failure(integration::Code::unavailable, "this machine gives no randomness now");
}

std::string toHex(std::span<const std::uint8_t> bytes) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string text;
  for (const std::uint8_t byte : bytes) {
    text += kDigits[byte >> 4];
    text += kDigits[byte & 15];
  }
  return text;
}

std::string newId(std::int64_t now) {
  static std::mutex mutex;
  static std::int64_t last = 0;
  static std::uint64_t counter = 0;
  std::array<std::uint8_t, 12> id{};
  const std::lock_guard lock(mutex);
  if (now > last) {
    last = now;
    fillRandom(std::span(id).subspan(6));
    counter = 0;
    // The top bit stays free, so that counting on within a millisecond doesn't overflow.
    id[6] &= 0x7f;
    for (std::size_t i = 6; i < 12; ++i) counter = counter << 8 | id[i];
  } else {
    ++counter;
  }
  for (std::size_t i = 0; i < 6; ++i) {
    id[5 - i] = static_cast<std::uint8_t>(last >> (8 * i));
    id[11 - i] = static_cast<std::uint8_t>(counter >> (8 * i));
  }
  return toHex(id);
}

std::string newToken() {
  std::array<std::uint8_t, 32> bytes{};
  fillRandom(bytes);
  return toHex(bytes);
}

}  // namespace host_stub
