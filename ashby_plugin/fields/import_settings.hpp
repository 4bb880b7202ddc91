// The admin's settings for fields: which are imported, from where, and which of the host's values they mean.
#pragma once

#include <boost/describe/class.hpp>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "integration/new_hire.hpp"

namespace ashby {

using integration::Text;

// Limits whom to import; empty = everybody. Entries are Ashby's ids or names, in any case. A department
// stands for the teams inside of it too.
struct Scope {
  std::vector<std::string> departments, jobs, locations;
  bool operator==(const Scope&) const = default;
};
BOOST_DESCRIBE_STRUCT(Scope, (), (departments, jobs, locations))

struct ImportSettings {
  std::map<std::string, bool> fields;  // false = off; a field that isn't named is on
  // The sources of a field, in the order of trying. "ashby" is Ashby's own field. "candidate:<id>",
  // "application:<id>", "offer:<id>" and "job:<id>" are custom fields. A field that isn't named comes from
  // "ashby". The field "name" is the whole name.
  std::map<std::string, std::vector<std::string>> sources;
  // For department, placeOfWork and contractType: the host's value for each of Ashby's values.
  std::map<std::string, std::map<std::string, std::string>> values;
  Text payPeriod;    // of a salary whose period no source tells
  Text phoneRegion;  // of phone numbers without a country code
  Text managerRole;  // in Ashby's hiring team; nullopt means "Hiring Manager"
  std::optional<Scope> scope;

  bool isOn(const std::string& field) const;
  bool anyOn(std::initializer_list<const char*> names) const;
  // Returns whether a source of a field that is on begins with the prefix ("offer:").
  bool asks(std::string_view prefix) const;
  bool operator==(const ImportSettings&) const = default;
};
BOOST_DESCRIBE_STRUCT(ImportSettings, (),
                      (fields, sources, values, payPeriod, phoneRegion, managerRole, scope))

// The source of the whole name, beside those of its parts: split by the same rules as Ashby's own name.
inline constexpr const char* kWholeName = "name";

// Returns whether the field can't be switched off: nobody could be added without it, or told apart.
bool isLocked(const std::string& field);

// Returns an issue for each setting that makes no sense, with its path within the settings.
std::vector<integration::Issue> importSettingsIssues(const ImportSettings& settings);

}  // namespace ashby
