// Pay is one value: an amount without its currency and period says nothing. So the fields that hold it are
// edited, followed and compared together, as a unit. All functions are thread-safe.
#pragma once

#include <span>
#include <string_view>

#include "integration/new_hire.hpp"

namespace integration {

struct PayPart {
  const char* name;         // within the unit: "amount", "currency" or "period"
  const char* field;        // the field of a hire: "salaryAmount"
  Text HireFields::*value;  // that field
  Text Pay::*part;          // its place in the unit
};

struct PayUnit {
  const char* name;                // "salary"
  std::span<const PayPart> parts;  // the amount first
};

namespace detail {
inline constexpr PayPart kSalaryParts[] = {
    {"amount", "salaryAmount", &HireFields::salaryAmount, &Pay::amount},
    {"currency", "salaryCurrency", &HireFields::salaryCurrency, &Pay::currency},
    {"period", "salaryPeriod", &HireFields::salaryPeriod, &Pay::period}};
inline constexpr PayPart kBonusParts[] = {
    {"amount", "bonusAmount", &HireFields::bonusAmount, &Pay::amount},
    {"currency", "bonusCurrency", &HireFields::bonusCurrency, &Pay::currency}};
inline constexpr PayPart kSigningBonusParts[] = {
    {"amount", "signingBonusAmount", &HireFields::signingBonusAmount, &Pay::amount},
    {"currency", "signingBonusCurrency", &HireFields::signingBonusCurrency, &Pay::currency}};
}  // namespace detail

inline constexpr PayUnit kPayUnits[] = {{"salary", detail::kSalaryParts},
                                        {"bonus", detail::kBonusParts},
                                        {"signingBonus", detail::kSigningBonusParts}};

// Returns the unit that is named so, null if there is none.
inline const PayUnit* payUnit(std::string_view name) {
  for (const PayUnit& unit : kPayUnits)
    if (name == unit.name) return &unit;
  return nullptr;
}

// Returns the unit that the field is a part of, null if it is no part of pay.
inline const PayUnit* payUnitOf(std::string_view field) {
  for (const PayUnit& unit : kPayUnits)
    for (const PayPart& part : unit.parts)
      if (field == part.field) return &unit;
  return nullptr;
}

inline Pay payOf(const HireFields& fields, const PayUnit& unit) {
  Pay pay;
  for (const PayPart& part : unit.parts) pay.*part.part = fields.*part.value;
  return pay;
}

}  // namespace integration
