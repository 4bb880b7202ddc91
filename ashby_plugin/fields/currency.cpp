#include "fields/currency.hpp"

#include <algorithm>
#include <iterator>

namespace ashby {
namespace {

constexpr int kNone = -1;

struct Row {
  std::string_view code;
  int minorUnits;
};

constexpr bool earlier(const Row& a, const Row& b) {
  return a.code < b.code;
}

constexpr Row kCurrencies[] = {
#include "fields/currencies.inc"
};
static_assert(std::is_sorted(std::begin(kCurrencies), std::end(kCurrencies), earlier));

}  // namespace

Currency currencyOf(std::string_view code) {
  const Row* found =
      std::lower_bound(std::begin(kCurrencies), std::end(kCurrencies), Row{code, kNone}, earlier);
  if (found == std::end(kCurrencies) || found->code != code) return {};
  if (found->minorUnits == kNone) return {CurrencyKind::notForPay, 0};
  return {CurrencyKind::forPay, found->minorUnits};
}

}  // namespace ashby
