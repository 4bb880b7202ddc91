// The host's own lists, and which of their values one of Ashby's means. A value is chosen only if it alone
// equals Ashby's but for case and blanks. Everything else is a suggestion for people: signs make the
// difference between Platform C and Platform C++.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "integration/new_hire.hpp"

namespace ashby {

// By field: department, placeOfWork, contractType. A list that is empty takes anything.
using HostLists = std::map<std::string, std::vector<std::string>>;

// Returns the name of the host's list for one of these fields: "departments".
std::string listOf(const std::string& field);

// Returns the list's value that equals Ashby's, else the only one that differs in case and blanks alone.
// Returns "" if there is none.
std::string sameOnList(const std::vector<std::string>& list, const std::string& value);
// Returns the closest one, for people to choose; null if none is close, or two are equally close.
integration::Text closestOnList(const std::vector<std::string>& list, const std::string& value);

}  // namespace ashby
