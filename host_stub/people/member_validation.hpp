// Checks a member's fields by the rules that hold for every company.
#pragma once

#include <vector>

#include "integration/new_hire.hpp"

namespace host_stub {

// Everything that is wrong whatever the company, each under its field; empty: can be added. A company's
// own lists say to it is listIssues.
std::vector<integration::Issue> checkMember(const integration::HireFields& fields);

}  // namespace host_stub
