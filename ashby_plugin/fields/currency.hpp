// The currencies of ISO 4217 that something can be paid in.
#pragma once

#include <optional>
#include <string_view>

namespace ashby {

enum class CurrencyKind { unknown, notForPay, forPay };

struct Currency {
  CurrencyKind kind = CurrencyKind::unknown;
  int minorUnits = 0;  // decimals that an amount may have
};

// Codes are capitals, as ISO writes them. Those without a minor unit (gold, drawing rights, test codes) are
// not for pay.
Currency currencyOf(std::string_view code);

}  // namespace ashby
