#include "fields/member_validation.hpp"

#include <algorithm>

#include "fields/amount.hpp"
#include "fields/fields.hpp"
#include "integration/text/email_address.hpp"
#include "integration/time.hpp"

namespace ashby {
namespace {

using integration::FieldInfo;
using integration::FieldKind;
using integration::HireFields;
using integration::Issue;
using integration::Text;

bool isDateText(const std::string& text) {
  return integration::parseDate(text).has_value();
}
bool isAddressText(const std::string& text) {
  return integration::text::isEmailAddress(text);
}

bool isCurrency(const std::string& code) {
  return code.size() == 3 &&
         std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool isAmount(const std::string& text) {
  constexpr std::size_t kLongest = 40;
  const auto plain = plainDecimal(text);
  return plain && plain->size() <= kLongest;
}

// Adds an issue to each field of the kind that has a value which doesn't hold.
void checkKind(const HireFields& fields, FieldKind kind, bool (*holds)(const std::string&),
               const char* message, std::vector<Issue>& issues) {
  for (const FieldInfo& field : integration::kFieldCatalog)
    if (const Text value = tidied(fields.*field.value); field.kind == kind && value && !holds(*value))
      issues.push_back({std::string(field.name), "invalid", message});
}

}  // namespace

std::vector<Issue> memberIssues(const HireFields& fields) {
  std::vector<Issue> issues;
  for (const FieldInfo& field : integration::kFieldCatalog)
    if (field.required && blank(fields.*field.value))
      issues.push_back(
          {std::string(field.name), "required", "Fill in the " + integration::spokenName(field.name)});
  for (Issue& issue : formIssues(fields)) issues.push_back(std::move(issue));
  return issues;
}

std::vector<Issue> formIssues(const HireFields& fields) {
  std::vector<Issue> issues;
  checkKind(fields, FieldKind::date, isDateText, "Write the date as YYYY-MM-DD, such as 2027-01-04", issues);
  checkKind(fields, FieldKind::amount, isAmount,
            "Write the amount as a plain number, such as 82000 or 91500.5", issues);
  checkKind(fields, FieldKind::currency, isCurrency,
            "Write the currency as three capital letters, such as GBP", issues);
  checkKind(fields, FieldKind::email, isAddressText,
            "Write the e-mail address as name@example.org, or leave it empty", issues);
  return issues;
}

}  // namespace ashby
