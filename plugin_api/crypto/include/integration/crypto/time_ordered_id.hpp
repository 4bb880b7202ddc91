// Ids that sort by when they were made.
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace integration {

// Returns the Unix time in ms as 12 hexadecimal digits, then the digits of `ending`, which tells apart the
// ids of one millisecond. Without an ending: what the ids of this time and of later ones don't sort before.
std::string timeOrderedId(std::int64_t at, std::span<const std::uint8_t> ending = {});

}  // namespace integration
