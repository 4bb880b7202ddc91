#include "fields/amount.hpp"

#include <charconv>

namespace ashby {
namespace {
constexpr int kLargestExponent = 30;
}

std::optional<std::string> plainDecimal(std::string_view number) {
  std::string digits;
  long point = -1, exponent = 0;
  const bool negative = number.starts_with('-');
  if (negative) number.remove_prefix(1);
  for (std::size_t i = 0; i < number.size(); ++i) {
    const char c = number[i];
    if (c >= '0' && c <= '9') {
      digits += c;
    } else if (c == '.' && point < 0) {
      point = static_cast<long>(digits.size());
    } else if (c == 'e' || c == 'E') {
      std::string_view power = number.substr(i + 1);
      if (power.starts_with('+') && !power.starts_with("+-")) power.remove_prefix(1);
      const auto [end, error] = std::from_chars(power.data(), power.data() + power.size(), exponent);
      if (error != std::errc() || end != power.data() + power.size()) return std::nullopt;
      break;
    } else {
      return std::nullopt;
    }
  }
  if (digits.empty() || exponent > kLargestExponent || exponent < -kLargestExponent) return std::nullopt;
  point = (point < 0 ? static_cast<long>(digits.size()) : point) + exponent;
  if (point <= 0) {
    digits.insert(0, static_cast<std::size_t>(1 - point), '0');
    point = 1;
  }
  if (point > static_cast<long>(digits.size()))
    digits.append(static_cast<std::size_t>(point) - digits.size(), '0');

  std::string whole = digits.substr(0, static_cast<std::size_t>(point));
  std::string fraction = digits.substr(static_cast<std::size_t>(point));
  whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size() - 1));
  while (!fraction.empty() && fraction.back() == '0') fraction.pop_back();
  const bool zero = whole == "0" && fraction.empty();
  return (negative && !zero ? "-" : "") + whole + (fraction.empty() ? "" : "." + fraction);
}

}  // namespace ashby
