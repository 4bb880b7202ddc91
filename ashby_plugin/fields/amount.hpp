// Money stays an exact decimal: the number's own text in plain notation, never through a binary float.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ashby {

// "91500.50" -> "91500.5", "1e5" -> "100000", "82000" as it is; nullopt if it is no JSON number or has an
// exponent that no sum of money has.
std::optional<std::string> plainDecimal(std::string_view number);

}  // namespace ashby
