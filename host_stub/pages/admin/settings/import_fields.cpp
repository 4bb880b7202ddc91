#include "pages/admin/settings/import_fields.hpp"

#include <map>

#include "people/field_catalog.hpp"

namespace host_stub {
namespace {

// Ashby's name for the source of a field, if it has one of its own.
const std::map<std::string_view, const char*> kInAshby{
    {"firstName", "Name"},
    {"middleName", "Name"},
    {"lastName", "Name"},
    {"preferredName", "Name, in quotes or brackets"},
    {"personalEmail", "Personal Email"},
    {"personalPhoneNumber", "Personal Phone"},
    {"jobTitle", "Job Title"},
    {"department", "Department"},
    {"employmentStartDate", "Offer Start Date"},
    {"salaryAmount", "Offer compensation"},
    {"salaryCurrency", "Offer compensation currency"},
    {"salaryPeriod", "Pay period, as set above"},
    {"placeOfWork", "Location"},
    {"workplaceType", "Workplace Type"},
    {"contractType", "Employment Type"},
    {"managerName", "Hiring Team"},
    {"managerEmail", "Hiring Team"},
    {"linkedIn", "Social links"},
    {"twitter", "Social links"},
    {"github", "Social links"},
};
constexpr const char* kNoneOfItsOwn = "A field of the offer";

}  // namespace

const std::vector<ImportField>& importFields() {
  static const std::vector<ImportField> fields = [] {
    std::vector<ImportField> all{{"name", "Whole name", "Name", true}};
    for (const integration::FieldInfo& field : integration::kFieldCatalog) {
      const MemberFieldInfo* member = memberFieldInfo(field.name);
      const auto inAshby = kInAshby.find(field.name);
      all.push_back({std::string(field.name), member != nullptr ? member->title : std::string(field.name),
                     inAshby != kInAshby.end() ? inAshby->second : kNoneOfItsOwn,
                     field.required || field.identifies});
    }
    return all;
  }();
  return fields;
}

}  // namespace host_stub
