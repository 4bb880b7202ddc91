#include "people/field_catalog.hpp"

#include <algorithm>

namespace host_stub {
namespace {

using integration::FieldKind;

constexpr const char* kPersonal = "Personal";
constexpr const char* kRole = "Role";
constexpr const char* kStart = "Start";
constexpr const char* kLinks = "Links";

struct Row {
  const char *name, *title, *section;
  Audience audience;
  int formPosition;
  FieldKind ownKind =
      FieldKind::text;  // of the host's own fields; the others' is in integration::kFieldCatalog
};

constexpr Row kRows[] = {
    {"firstName", "First name", kPersonal, Audience::everyone, 1},
    {"middleName", "Middle name", kPersonal, Audience::everyone, 2},
    {"lastName", "Last name", kPersonal, Audience::everyone, 3},
    {"preferredName", "Preferred name", kPersonal, Audience::everyone, 4},
    {"personalEmail", "Personal email", kPersonal, Audience::reviewers, 5},
    {"personalPhoneNumber", "Personal phone", kPersonal, Audience::reviewers, 6},
    {"jobTitle", "Job title", kRole, Audience::everyone, 9},
    {"department", "Department", kRole, Audience::everyone, 10},
    {"placeOfWork", "Place of work", kRole, Audience::everyone, 16},
    {"remoteCity", "Remote city", kRole, Audience::everyone, 17},
    {"remoteCountry", "Remote country", kRole, Audience::everyone, 18, FieldKind::country},
    {"workplaceType", "Workplace type", kRole, Audience::everyone, 19},
    {"contractType", "Contract type", kRole, Audience::everyone, 15},
    {"roleEffectiveDate", "Role effective date", kRole, Audience::everyone, 14, FieldKind::date},
    {"managerName", "Manager name", kRole, Audience::everyone, 11},
    {"managerEmail", "Manager email", kRole, Audience::everyone, 12},
    {"workEmail", "Work email", kRole, Audience::everyone, 7, FieldKind::email},
    {"employeeNumber", "Employee number", kRole, Audience::everyone, 8},
    {"employmentStartDate", "Employment start date", kStart, Audience::everyone, 13},
    {"salaryAmount", "Salary amount", kPaySection, Audience::reviewers, 20},
    {"salaryCurrency", "Salary currency", kPaySection, Audience::reviewers, 21},
    {"salaryPeriod", "Salary period", kPaySection, Audience::reviewers, 22},
    {"bonusAmount", "Bonus amount", kPaySection, Audience::reviewers, 23},
    {"bonusCurrency", "Bonus currency", kPaySection, Audience::reviewers, 24},
    {"signingBonusAmount", "Signing bonus amount", kPaySection, Audience::reviewers, 25},
    {"signingBonusCurrency", "Signing bonus currency", kPaySection, Audience::reviewers, 26},
    {"equity", "Equity", kPaySection, Audience::reviewers, 27},
    {"linkedIn", "LinkedIn", kLinks, Audience::everyone, 28},
    {"twitter", "Twitter", kLinks, Audience::everyone, 29},
    {"github", "GitHub", kLinks, Audience::everyone, 30},
};

MemberFieldInfo infoOf(const Row& row) {
  MemberFieldInfo info{row.name, row.title, row.section,  row.ownKind,
                       {},       false,     row.audience, row.formPosition};
  if (const integration::FieldInfo* imported = integration::fieldInfo(row.name)) {
    info.kind = imported->kind;
    info.list = imported->list;
    info.required = imported->required;
  }
  return info;
}

}  // namespace

const std::vector<MemberFieldInfo>& memberFieldCatalog() {
  static const std::vector<MemberFieldInfo> catalog = [] {
    std::vector<MemberFieldInfo> all;
    for (const Row& row : kRows) all.push_back(infoOf(row));
    return all;
  }();
  return catalog;
}

const MemberFieldInfo* memberFieldInfo(std::string_view name) {
  const auto& all = memberFieldCatalog();
  const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.name == name; });
  return found == all.end() ? nullptr : &*found;
}

const std::vector<std::string>& memberSections() {
  static const std::vector<std::string> sections{kPersonal, kRole,         kStart,        kPaySection,
                                                 kLinks,    kOtherSection, kCustomSection};
  return sections;
}

}  // namespace host_stub
