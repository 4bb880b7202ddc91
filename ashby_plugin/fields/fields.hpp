// The fields of a hire by their names, as edits and settings give them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "integration/field_catalog.hpp"

namespace ashby {

using integration::kCustomPrefix;

// Every plain field's name, in the order of HireFields.
const std::vector<std::string>& fieldNames();
bool isField(const std::string& name);

// Null if there is no such field or it is blank.
integration::Text fieldOf(const integration::HireFields& fields, const std::string& name);
// False if there is no such field. null takes a custom field away.
bool setField(integration::HireFields& fields, const std::string& name, const integration::Text& value);

// Returns the text without white space and invisible signs around it (integration::text::trimmed); null if
// nothing is left.
integration::Text tidied(const integration::Text& typed);
bool blank(const integration::Text& text);

}  // namespace ashby
