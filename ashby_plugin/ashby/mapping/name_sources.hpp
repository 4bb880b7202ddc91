// The name from the sources that the admin chose. It is one value: once a part comes from elsewhere, the
// other parts of the display name's split no longer speak for themselves.
#pragma once

#include <functional>
#include <string>

#include "ashby/mapping/hire_mapping.hpp"
#include "fields/import_settings.hpp"

namespace ashby {

// Whether a field's sources are read here: the whole name, its three parts and the preferred name.
bool isNameSource(const std::string& field);

// Returns the value of a source as it was typed; null if the hire has none.
using ReadSource = std::function<Text(const std::string& source)>;

// Replaces the split of the display name. The rule for parts that aren't mapped:
// - the middle name is dropped, and told of if no mapped part holds it;
// - the first or the last name stays, flagged unless the mapped part agrees with the display name;
// - the display name's first name becomes the preferred name if the mapped first name is another one.
void mapNameSources(const ImportSettings& choices, const ReadSource& read, MappedHire& hire);

}  // namespace ashby
