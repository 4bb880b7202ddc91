// The units that are edited, followed and compared as one value: a field by itself, or pay with all of its
// parts, since 99,000 entered for GBP must not become 99,000 EUR.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hires/records/stored_records.hpp"
#include "integration/pay_units.hpp"

namespace ashby {

struct ValueUnit {
  std::string path;                           // the field's name, or the pay unit's
  std::vector<std::string> fields;            // at least one
  const integration::PayUnit* pay = nullptr;  // null if it is no pay
};

// Returns the unit of that name or with that field; nullopt if there is no such field.
std::optional<ValueUnit> unitOf(const std::string& name);
// Returns every unit that hires have, custom fields of these two included.
std::vector<ValueUnit> unitsOf(const integration::HireFields& a, const integration::HireFields& b);

// Returns the unit as people read it, such as "82000 EUR a year"; null if all of it is blank.
Text unitText(const integration::HireFields& fields, const ValueUnit& unit);
bool sameUnit(const integration::HireFields& a, const integration::HireFields& b, const ValueUnit& unit);

// Returns the reviewer's edits, each unit whole: in a record from before pay was one value, an edit of one
// part makes the other parts the reviewer's too, as people saw them then.
std::map<std::string, Edit> wholeEdits(const HireDocument& document, const integration::HireFields& source);

}  // namespace ashby
