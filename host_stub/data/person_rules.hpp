// What the host asks of a member's fields, and what makes two people look like one.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "integration/new_hire.hpp"

namespace host_stub {

constexpr std::array<std::string_view, 5> kPayPeriods{"annual", "monthly", "weekly", "daily", "hourly"};

// Everything that is wrong whatever the company, each under its field; empty: can be added. What a company's
// own lists say to it is listIssues.
std::vector<integration::Issue> checkMember(const integration::HireFields& fields);

// Returns what is compared: "" if there is nothing to compare. Addresses are compared by
// integration::text::comparableEmail; the words of given and family name by integration::foldedWords, as
// search and "why" read them. A change of comparableName makes the stored names anew (upgrade/).
std::string comparableName(const integration::HireFields& fields);
std::string comparablePhone(const std::string& phone);    // digits and a leading +; from seven digits on
std::string comparableNumber(const std::string& number);  // an employee's: trimmed, lower-cased

}  // namespace host_stub
