// The form of a member's values by which two members may be found to be one person.
#pragma once

#include <string>

#include "integration/new_hire.hpp"

namespace host_stub {

// Returns the words of given and family name by integration::foldedWords, as search reads them; "" if one of
// the names is missing. A change of it makes the stored names anew (member_name_upgrade.hpp).
std::string comparableName(const integration::HireFields& fields);
// Returns the digits and a leading +; "" if there are fewer than seven.
std::string comparablePhone(const std::string& phone);
// Returns an employee's number, trimmed and in lower case.
std::string comparableNumber(const std::string& number);

}  // namespace host_stub
