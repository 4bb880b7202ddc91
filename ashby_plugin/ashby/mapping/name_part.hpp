// A first, middle, last or preferred name that a custom field gives by itself.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "integration/new_hire.hpp"

namespace ashby {

using integration::Text;

struct NamePart {
  Text text;                                              // null if the value is no name
  std::vector<integration::Issue> issues;                 // at the field
  std::vector<std::map<std::string, Text>> alternatives;  // fields to take instead; the others stay
};

// Reads the value by the rules of names. field: "firstName", "middleName", "lastName" or "preferredName".
// Flags whatever isn't certain: no letters, a placeholder, a comma, one case only, a title or a suffix,
// damage.
NamePart readNamePart(const std::string& field, const std::string& typed);

}  // namespace ashby
