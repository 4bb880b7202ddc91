// A hire follows its source: fields that nobody edited take the source's value, edited ones keep the
// reviewer's, and what differs is shown. Pay is one value (value_units.hpp). A member is never changed.
#pragma once

#include <vector>

#include "hires/records/stored_records.hpp"
#include "hires/source/mapped_hire.hpp"

namespace ashby {

// Takes over what was read; the edits stay on top.
void follow(HireDocument& document, MappedHire mapped);
// The same of one that is a member already: what people see of it stays.
void compare(HireDocument& document, MappedHire mapped);

// Keeps a reviewer's values; one that is the source's own is no edit. An edit or revert of one part of pay is
// of all its parts. Throws invalidArgument with an issue for each field that there isn't, or whose form is
// wrong.
void edit(HireDocument& document, const std::map<std::string, Text>& fields,
          const std::vector<std::string>& revert);

// Returns the changes that the source made after a reviewer's edit, or after the member was added.
std::vector<integration::FieldChange> changesOf(HireState state, const HireDocument& document);
// Returns the source's issues that no edit has settled.
std::vector<integration::Issue> shownIssues(const HireDocument& document);

}  // namespace ashby
