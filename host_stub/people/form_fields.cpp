#include "people/form_fields.hpp"

#include "people/company_lists.hpp"
#include "people/member_validation.hpp"

namespace host_stub {
namespace {

struct Row {
  const char *name, *title, *kind;
  const char* list = "";  // of the company's, where the options come from
};

constexpr Row kRows[] = {
    {"firstName", "First name", "text"},
    {"middleName", "Middle name", "text"},
    {"lastName", "Last name", "text"},
    {"preferredName", "Preferred name", "text"},
    {"personalEmail", "Personal email", "email"},
    {"personalPhoneNumber", "Personal phone", "phone"},
    {"workEmail", "Work email", "email"},
    {"employeeNumber", "Employee number", "text"},
    {"jobTitle", "Job title", "text"},
    {"department", "Department", "list", "departments"},
    {"managerName", "Manager name", "text"},
    {"managerEmail", "Manager email", "email"},
    {"employmentStartDate", "Employment start date", "date"},
    {"roleEffectiveDate", "Role effective date", "date"},
    {"contractType", "Contract type", "list", "contractTypes"},
    {"placeOfWork", "Place of work", "list", "placesOfWork"},
    {"remoteCity", "Remote city", "text"},
    {"remoteCountry", "Remote country", "country"},
    {"workplaceType", "Workplace type", "text"},
    {"salaryAmount", "Salary amount", "amount"},
    {"salaryCurrency", "Salary currency", "currency"},
    {"salaryPeriod", "Salary period", "period"},
    {"bonusAmount", "Bonus amount", "amount"},
    {"bonusCurrency", "Bonus currency", "currency"},
    {"signingBonusAmount", "Signing bonus amount", "amount"},
    {"signingBonusCurrency", "Signing bonus currency", "currency"},
    {"equity", "Equity", "text"},
    {"linkedIn", "LinkedIn", "url"},
    {"twitter", "Twitter", "url"},
    {"github", "GitHub", "url"},
};

bool isLocked(std::string_view name) {
  return name == "firstName" || name == "lastName" || name == "jobTitle";
}

}  // namespace

std::vector<FormField> formFields(SqlSession& sql, const std::string& company) {
  std::vector<FormField> fields;
  for (const Row& row : kRows) {
    FormField field{row.name, row.title, row.kind, {}, isLocked(row.name)};
    if (field.kind == "list") field.options = listValues(sql, company, row.list);
    if (field.kind == "period") field.options.assign(kPayPeriods.begin(), kPayPeriods.end());
    fields.push_back(std::move(field));
  }
  for (const std::string& name : listValues(sql, company, "customFields"))
    fields.push_back({"custom/" + name, name, "text", {}, false});
  return fields;
}

}  // namespace host_stub
