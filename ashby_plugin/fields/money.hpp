// Finds what is doubtful about a sum of money: exact decimals of ISO 4217 currencies, never a binary float.
#pragma once

#include <string>
#include <vector>

#include "integration/new_hire.hpp"
#include "integration/status.hpp"

namespace ashby {

using integration::Text;

// Returns the issues of an amount and its currency; none if both are absent:
// - "missing": one without the other.
// - "invalid": no number, no ISO currency, more decimals than the currency has, or less than zero.
// - "implausible", which a reviewer may well confirm: zero, or an amount that nobody is paid.
//
// Too small is under 200 a year or 20 a month, which reads like an hour's pay. Too large is over
// 100,000,000,000, or over 5,000,000 of the currencies worth most, which reads like cents.
// period: as in HireFields. nullopt counts as a year. A word that is no period ("once") has no lower bound.
std::vector<integration::Issue> moneyIssues(const std::string& amountPath, const std::string& currencyPath,
                                            const Text& amount, const Text& currency,
                                            const Text& period = std::nullopt);

}  // namespace ashby
