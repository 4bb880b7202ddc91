// Finds what is doubtful about a sum of money: exact decimals of ISO 4217 currencies, never a binary float.
#pragma once

#include <string>
#include <vector>

#include "integration/new_hire.hpp"
#include "integration/status.hpp"

namespace ashby {

using integration::Text;

// Issues of an amount and its currency, none if both are absent: one without the other is "missing"; no
// number, a currency that isn't ISO's, more decimals than it has, and less than nothing are "invalid"; zero
// and a size that nobody is paid are "implausible", which a reviewer may well confirm.
//
// Too small: under 200 a year or 20 a month; it reads like an hour's pay. period: as in HireFields; null,
// which says nothing, counts as a year, and a word that is no period ("once") has no lower bound. Too large:
// over 5,000,000 of the currencies worth most (it reads like cents), over 100,000,000,000 of any.
std::vector<integration::Issue> moneyIssues(const std::string& amountPath, const std::string& currencyPath,
                                            const Text& amount, const Text& currency,
                                            const Text& period = std::nullopt);

}  // namespace ashby
