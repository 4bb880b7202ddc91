// Money stays an exact decimal: the number's own text in plain notation, never through a binary float.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ashby {

// Returns the number in plain notation: "91500.5" for "91500.50", "100000" for "1e5". Returns nullopt if it
// is no JSON number, or has an exponent that no sum of money has.
std::optional<std::string> plainDecimal(std::string_view number);

}  // namespace ashby
