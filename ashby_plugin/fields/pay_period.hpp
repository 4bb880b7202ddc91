// Reads the period that an amount of pay is for from the words that people use.
#pragma once

#include <string_view>

#include "integration/new_hire.hpp"

namespace ashby {

using integration::Text;

// "per year", "Annual", "p.a.", "1 YEAR" -> "annual"; so for monthly, weekly, daily and hourly. Null for
// every other text, two weeks and a quarter too: nothing is guessed.
Text payPeriod(std::string_view words);

}  // namespace ashby
