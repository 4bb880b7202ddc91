// The host's own lists, and which of their values one of Ashby's means.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "integration/new_hire.hpp"

namespace ashby {

// By field: department, placeOfWork, contractType. A list that is empty takes anything.
using HostLists = std::map<std::string, std::vector<std::string>>;

// The value of the list that Ashby's is, whatever its case, spaces and hyphens; "" where there is none.
std::string sameOnList(const std::vector<std::string>& list, const std::string& value);
// The closest one, for people to choose; null where none is close.
integration::Text closestOnList(const std::vector<std::string>& list, const std::string& value);

}  // namespace ashby
