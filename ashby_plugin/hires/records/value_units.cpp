#include "hires/records/value_units.hpp"

#include <algorithm>

#include "fields/fields.hpp"

namespace ashby {

using integration::HireFields;
using integration::PayUnit;

namespace {

ValueUnit unitOf(const PayUnit& pay) {
  ValueUnit unit{pay.name, {}, &pay};
  for (const integration::PayPart& part : pay.parts) unit.fields.emplace_back(part.field);
  return unit;
}

std::string periodWords(const std::string& period) {
  static const std::map<std::string, std::string> kWords = {{"annual", "a year"},
                                                            {"monthly", "a month"},
                                                            {"weekly", "a week"},
                                                            {"daily", "a day"},
                                                            {"hourly", "an hour"}};
  const auto found = kWords.find(period);
  return found == kWords.end() ? period : found->second;
}

}  // namespace

std::optional<ValueUnit> unitOf(const std::string& name) {
  if (const PayUnit* pay = integration::payUnit(name)) return unitOf(*pay);
  if (const PayUnit* pay = integration::payUnitOf(name)) return unitOf(*pay);
  if (!isField(name)) return std::nullopt;
  return ValueUnit{name, {name}};
}

std::vector<ValueUnit> unitsOf(const HireFields& a, const HireFields& b) {
  std::vector<ValueUnit> units;
  const auto isThere = [&](const std::string& path) {
    return std::any_of(units.begin(), units.end(), [&](const ValueUnit& unit) { return unit.path == path; });
  };
  for (const std::string& name : fieldNames())
    if (ValueUnit unit = *unitOf(name); !isThere(unit.path)) units.push_back(std::move(unit));
  for (const HireFields* fields : {&a, &b})
    for (const auto& [name, value] : fields->custom)
      if (const std::string path = std::string(kCustomPrefix) + name; !isThere(path))
        units.push_back({path, {path}});
  return units;
}

Text unitText(const HireFields& fields, const ValueUnit& unit) {
  if (unit.pay == nullptr) return fieldOf(fields, unit.path);
  const integration::Pay pay = payOf(fields, *unit.pay);
  std::string text;
  for (const Text& part : {pay.amount, pay.currency, pay.period ? Text(periodWords(*pay.period)) : Text()})
    if (!blank(part)) text += (text.empty() ? "" : " ") + *tidied(part);
  return text.empty() ? std::nullopt : Text(text);
}

bool sameUnit(const HireFields& a, const HireFields& b, const ValueUnit& unit) {
  return std::all_of(unit.fields.begin(), unit.fields.end(),
                     [&](const std::string& field) { return fieldOf(a, field) == fieldOf(b, field); });
}

std::map<std::string, Edit> wholeEdits(const HireDocument& document, const HireFields& source) {
  std::map<std::string, Edit> edits = document.edits;
  for (const auto& [name, edit] : document.edits)
    if (const auto unit = unitOf(name))
      for (const std::string& field : unit->fields)
        edits.try_emplace(field, Edit{fieldOf(document.fields, field), fieldOf(source, field)});
  return edits;
}

}  // namespace ashby
