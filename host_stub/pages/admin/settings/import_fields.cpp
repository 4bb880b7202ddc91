#include "pages/admin/settings/import_fields.hpp"

namespace host_stub {

const std::vector<ImportField>& importFields() {
  static const std::vector<ImportField> fields{
      {"name", "Whole name", "Name", true},
      {"firstName", "First name", "Name", true},
      {"middleName", "Middle name", "Name"},
      {"lastName", "Last name", "Name", true},
      {"preferredName", "Preferred name", "Name, in quotes or brackets"},
      {"personalEmail", "Personal email", "Personal Email", true},
      {"personalPhoneNumber", "Personal phone", "Personal Phone"},
      {"jobTitle", "Job title", "Job Title", true},
      {"department", "Department", "Department"},
      {"employmentStartDate", "Employment start date", "Offer Start Date"},
      {"salaryAmount", "Salary amount", "Offer compensation"},
      {"salaryCurrency", "Salary currency", "Offer compensation currency"},
      {"salaryPeriod", "Salary period", "Pay period, as set above"},
      {"bonusAmount", "Bonus amount", "A field of the offer"},
      {"bonusCurrency", "Bonus currency", "A field of the offer"},
      {"signingBonusAmount", "Signing bonus amount", "A field of the offer"},
      {"signingBonusCurrency", "Signing bonus currency", "A field of the offer"},
      {"equity", "Equity", "A field of the offer"},
      {"placeOfWork", "Place of work", "Location"},
      {"workplaceType", "Workplace type", "Workplace Type"},
      {"contractType", "Contract type", "Employment Type"},
      {"managerName", "Manager's name", "Hiring Team"},
      {"managerEmail", "Manager's email", "Hiring Team"},
      {"linkedIn", "LinkedIn", "Social links"},
      {"twitter", "Twitter", "Social links"},
      {"github", "GitHub", "Social links"},
  };
  return fields;
}

}  // namespace host_stub
