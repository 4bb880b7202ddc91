#include "fields/typed_value.hpp"

#include <array>

#include "fields/amount.hpp"
#include "fields/fields.hpp"

namespace ashby {

using integration::Text;

namespace {

constexpr std::array<const char*, 3> kAmounts = {"salaryAmount", "bonusAmount", "signingBonusAmount"};

}  // namespace

Text typedValue(const std::string& field, const Text& typed) {
  Text value = tidied(typed);
  for (const char* amount : kAmounts)
    if (value && field == amount)
      if (Text plain = plainDecimal(*value)) return plain;
  return value;
}

void plainAmounts(integration::HireFields& fields) {
  for (const char* amount : kAmounts) setField(fields, amount, typedValue(amount, fieldOf(fields, amount)));
}

}  // namespace ashby
