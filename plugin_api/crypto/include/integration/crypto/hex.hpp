// Bytes as text.
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace integration {

// Returns two lower-case hexadecimal digits a byte. No copy is left in memory that was freed, so the bytes
// may be a secret.
std::string toHex(std::span<const std::uint8_t> bytes);

}  // namespace integration
