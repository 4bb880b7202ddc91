// Ashby writes a name in one piece. Splitting it is a suggestion, with its reason; the reviewer decides.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "integration/new_hire.hpp"

namespace ashby {

struct NameSplit {
  integration::Text firstName, middleName, lastName;
  integration::NameParts parts;
  std::vector<integration::Issue> issues;
};

// First word given, last word family, lower-case particles before it join it (van der, de la), the rest
// middle. Every word of the name is in exactly one of the parts; a lone word is a first name, flagged.
NameSplit splitName(std::string_view name);

}  // namespace ashby
