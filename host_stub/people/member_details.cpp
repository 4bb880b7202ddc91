#include "people/member_details.hpp"

#include <algorithm>

#include "integration/text/email_address.hpp"
#include "integration/time.hpp"
#include "people/hire_fields.hpp"

namespace host_stub {

using integration::Issue;
using integration::Text;

namespace {

constexpr std::size_t kMaxNumber = 50, kMaxCity = 1000;

bool isCountry(const std::string& text) {
  return text.size() == 2 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

Text memberDetail(const MemberDetails& details, const std::string& name) {
  MemberDetails copy = details;
  const Text* detail = textOf(copy, name);
  return detail == nullptr ? std::nullopt : *detail;
}

bool setMemberDetail(MemberDetails& details, const std::string& name, const Text& value) {
  Text* detail = textOf(details, name);
  if (detail == nullptr) return false;
  *detail = typed(value);
  return true;
}

std::vector<Issue> checkDetails(const MemberDetails& details) {
  std::vector<Issue> issues;
  if (details.workEmail && !integration::text::isEmailAddress(*details.workEmail))
    issues.push_back({"workEmail", "invalid",
                      "This is not an e-mail address: write it as name@example.org, or leave it empty"});
  if (details.employeeNumber && details.employeeNumber->size() > kMaxNumber)
    issues.push_back({"employeeNumber", "too_long", "has more than 50 bytes: shorten it"});
  if (details.roleEffectiveDate && !integration::parseDate(*details.roleEffectiveDate))
    issues.push_back({"roleEffectiveDate", "invalid",
                      "This is not a day of the calendar: write it as 2027-01-04, or leave it empty"});
  if (details.remoteCity && details.remoteCity->size() > kMaxCity)
    issues.push_back({"remoteCity", "too_long", "has more than 1000 bytes: shorten it"});
  if (details.remoteCountry && !isCountry(*details.remoteCountry))
    issues.push_back({"remoteCountry", "invalid",
                      "This is not a country: write two capitals such as GB, or leave it empty"});
  return issues;
}

}  // namespace host_stub
