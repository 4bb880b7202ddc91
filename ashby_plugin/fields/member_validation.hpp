// Checks a hire's fields against what a member must have.
#pragma once

#include <vector>

#include "integration/new_hire.hpp"

namespace ashby {

// Returns an issue for each field that a member must have and that is missing or malformed.
std::vector<integration::Issue> memberIssues(const integration::HireFields& fields);
// Returns the issues for fields that have a value.
std::vector<integration::Issue> formIssues(const integration::HireFields& fields);

}  // namespace ashby
