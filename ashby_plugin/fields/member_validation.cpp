#include "fields/member_validation.hpp"

#include <algorithm>

#include "fields/amount.hpp"
#include "fields/fields.hpp"
#include "integration/text/email_address.hpp"
#include "integration/time.hpp"

namespace ashby {
namespace {

using integration::HireFields;
using integration::Issue;

bool isCurrency(const std::string& code) {
  return code.size() == 3 &&
         std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool isAmount(const std::string& text) {
  constexpr std::size_t kLongest = 40;
  const auto plain = plainDecimal(text);
  return plain && plain->size() <= kLongest;
}

}  // namespace

std::vector<Issue> memberIssues(const HireFields& fields) {
  std::vector<Issue> issues;
  if (blank(fields.firstName)) issues.push_back({"firstName", "required", "Fill in the first name"});
  if (blank(fields.lastName)) issues.push_back({"lastName", "required", "Fill in the last name"});
  if (blank(fields.jobTitle)) issues.push_back({"jobTitle", "required", "Fill in the job title"});
  for (Issue& issue : formIssues(fields)) issues.push_back(std::move(issue));
  return issues;
}

std::vector<Issue> formIssues(const HireFields& fields) {
  std::vector<Issue> issues;
  if (fields.employmentStartDate && !integration::parseDate(*fields.employmentStartDate))
    issues.push_back(
        {"employmentStartDate", "invalid", "Write the start date as YYYY-MM-DD, such as 2027-01-04"});
  for (const char* amount : {"salaryAmount", "bonusAmount", "signingBonusAmount"})
    if (const Text value = fieldOf(fields, amount); value && !isAmount(*value))
      issues.push_back({amount, "invalid", "Write the amount as a plain number, such as 82000 or 91500.5"});
  for (const char* currency : {"salaryCurrency", "bonusCurrency", "signingBonusCurrency"})
    if (const Text value = fieldOf(fields, currency); value && !isCurrency(*value))
      issues.push_back({currency, "invalid", "Write the currency as three capital letters, such as GBP"});
  for (const char* email : {"personalEmail", "managerEmail"})
    if (const Text value = fieldOf(fields, email); value && !integration::text::isEmailAddress(*value))
      issues.push_back({email, "invalid", "Write the e-mail address as name@example.org, or leave it empty"});
  return issues;
}

}  // namespace ashby
