// The admin's choices about fields: which are imported, from where, and which of the host's values they
// mean.
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

// fields: false = off; what isn't named is on.
// sources: of a field, in the order of trying: "ashby", Ashby's own; "candidate:<id>", "application:<id>",
//   "offer:<id>" or "job:<id>", a custom field. What isn't named comes from "ashby". "name" is the whole
//   name.
// values: of department, placeOfWork and contractType: what Ashby's value is called on the host's list.
// payPeriod: of a salary whose period no source tells. phoneRegion: of numbers that don't say their country.
// managerRole: in Ashby's hiring team, default "Hiring Manager".
struct ImportSettings {
  std::map<std::string, bool> fields;
  std::map<std::string, std::vector<std::string>> sources;
  std::map<std::string, std::map<std::string, std::string>> values;
  Text payPeriod, phoneRegion, managerRole;
  std::optional<Scope> scope;

  bool isOn(const std::string& field) const;
  bool anyOn(std::initializer_list<const char*> names) const;
  // Whether a source of a field that is on begins so ("offer:").
  bool asks(std::string_view prefix) const;
  bool operator==(const ImportSettings&) const = default;
};
BOOST_DESCRIBE_STRUCT(ImportSettings, (),
                      (fields, sources, values, payPeriod, phoneRegion, managerRole, scope))

// The source of the whole name, beside those of its parts: split by the same rules as Ashby's own name.
inline constexpr const char* kWholeName = "name";

// Fields that can't be switched off: nobody could be added without them, or told apart.
bool isLocked(const std::string& field);

// An issue for each choice that makes no sense, its path within the settings.
std::vector<integration::Issue> importSettingsIssues(const ImportSettings& choices);

}  // namespace ashby
