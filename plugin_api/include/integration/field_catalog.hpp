// The fields of a hire, each with what host and plugins must know of it alike. A new field is a member of
// HireFields and a row here. All functions are thread-safe; what they return lives as long as the program.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "integration/new_hire.hpp"

namespace integration {

// The kind of a value, whatever field holds it. Amounts are exact decimals in plain notation, dates
// "2027-01-04", currencies ISO 4217, countries and texts as people write them.
enum class FieldKind { text, email, phone, date, amount, currency, period, list, country, url };
BOOST_DESCRIBE_ENUM(FieldKind, text, email, phone, date, amount, currency, period, list, country, url)

struct FieldInfo {
  std::string_view name;    // in JSON
  Text HireFields::*value;  // the member that holds it
  FieldKind kind;
  std::string_view list = {};  // the company's list that the values are of (Lists::get); "" if of none
  bool required = false;       // a person can't be added without it
  bool identifies = false;     // a person is found again by it, so that it is always imported
};

inline constexpr FieldInfo kFieldCatalog[] = {
    {"firstName", &HireFields::firstName, FieldKind::text, {}, true},
    {"middleName", &HireFields::middleName, FieldKind::text},
    {"lastName", &HireFields::lastName, FieldKind::text, {}, true},
    {"preferredName", &HireFields::preferredName, FieldKind::text},
    {"personalEmail", &HireFields::personalEmail, FieldKind::email, {}, false, true},
    {"personalPhoneNumber", &HireFields::personalPhoneNumber, FieldKind::phone},
    {"jobTitle", &HireFields::jobTitle, FieldKind::text, {}, true},
    {"department", &HireFields::department, FieldKind::list, "departments"},
    {"employmentStartDate", &HireFields::employmentStartDate, FieldKind::date},
    {"salaryAmount", &HireFields::salaryAmount, FieldKind::amount},
    {"salaryCurrency", &HireFields::salaryCurrency, FieldKind::currency},
    {"salaryPeriod", &HireFields::salaryPeriod, FieldKind::period},
    {"bonusAmount", &HireFields::bonusAmount, FieldKind::amount},
    {"bonusCurrency", &HireFields::bonusCurrency, FieldKind::currency},
    {"signingBonusAmount", &HireFields::signingBonusAmount, FieldKind::amount},
    {"signingBonusCurrency", &HireFields::signingBonusCurrency, FieldKind::currency},
    {"equity", &HireFields::equity, FieldKind::text},
    {"placeOfWork", &HireFields::placeOfWork, FieldKind::list, "placesOfWork"},
    {"workplaceType", &HireFields::workplaceType, FieldKind::text},
    {"contractType", &HireFields::contractType, FieldKind::list, "contractTypes"},
    {"managerName", &HireFields::managerName, FieldKind::text},
    {"managerEmail", &HireFields::managerEmail, FieldKind::email},
    {"linkedIn", &HireFields::linkedIn, FieldKind::url},
    {"twitter", &HireFields::twitter, FieldKind::url},
    {"github", &HireFields::github, FieldKind::url},
};

// The host's own fields are named "custom/<name>" in edits and settings.
inline constexpr std::string_view kCustomPrefix = "custom/";

// The values of FieldKind::period.
inline constexpr std::array<std::string_view, 5> kPayPeriods{"annual", "monthly", "weekly", "daily",
                                                             "hourly"};

// Returns the row of the field; null if there is no such field.
inline const FieldInfo* fieldInfo(std::string_view name) {
  for (const FieldInfo& field : kFieldCatalog)
    if (name == field.name) return &field;
  return nullptr;
}

// Returns a name as people say it: "signing bonus" for "signingBonus".
inline std::string spokenName(std::string_view name) {
  std::string spoken;
  for (const char c : name)
    if (c >= 'A' && c <= 'Z')
      (spoken += ' ') += static_cast<char>(c - 'A' + 'a');
    else
      spoken += c;
  return spoken;
}

}  // namespace integration
