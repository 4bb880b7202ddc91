#include "data/person_rules.hpp"

#include <Poco/String.h>
#include <Poco/UTF8String.h>

#include <algorithm>

#include "integration/time.hpp"

namespace host_stub {
namespace {

using integration::HireFields;
using integration::Issue;
using integration::Text;

constexpr std::size_t kMaxText = 1000;

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

std::string trimmed(const Text& text) {
  return text ? Poco::trim(*text) : "";
}

// "82000", "91500.5", "-1.25": no exponent, no separators, no needless zeros in front.
bool isPlainDecimal(std::string_view text) {
  if (!text.empty() && text.front() == '-') text.remove_prefix(1);
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  const bool hasFraction = point != std::string_view::npos;
  const std::string_view fraction = hasFraction ? text.substr(point + 1) : std::string_view();
  return !whole.empty() && std::all_of(whole.begin(), whole.end(), isDigit) &&
         (whole.size() == 1 || whole.front() != '0') && hasFraction == !fraction.empty() &&
         std::all_of(fraction.begin(), fraction.end(), isDigit);
}

bool isCurrency(const std::string& text) {
  return text.size() == 3 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// The shape only: whether it reaches anyone can't be seen.
bool isEmail(const std::string& text) {
  const std::size_t at = text.find('@');
  if (at == 0 || at == std::string::npos || text.find('@', at + 1) != std::string::npos || text.size() > 254)
    return false;
  const std::string domain = text.substr(at + 1);
  return !domain.empty() && domain.front() != '.' && domain.back() != '.' &&
         domain.find("..") == std::string::npos &&
         std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) <= ' '; });
}

class Check {
 public:
  std::vector<Issue> issues;

  void required(const char* path, const Text& text, const char* what) {
    if (trimmed(text).empty())
      issues.push_back({path, "required", std::string(what) + " is missing: fill it in to add the member"});
  }
  void shortEnough(const char* path, const Text& text) {
    if (text && text->size() > kMaxText)
      issues.push_back({path, "too_long", "has more than 1000 bytes: shorten it"});
  }
  void that(bool holds, const char* path, const char* message) {
    if (!holds) issues.push_back({path, "invalid", message});
  }
};

}  // namespace

std::vector<Issue> checkMember(const HireFields& fields) {
  Check check;
  check.required("firstName", fields.firstName, "The first name");
  check.required("lastName", fields.lastName, "The last name");
  check.required("jobTitle", fields.jobTitle, "The job title");

  check.shortEnough("firstName", fields.firstName);
  check.shortEnough("middleName", fields.middleName);
  check.shortEnough("lastName", fields.lastName);
  check.shortEnough("personalPhoneNumber", fields.personalPhoneNumber);
  check.shortEnough("jobTitle", fields.jobTitle);
  check.shortEnough("department", fields.department);

  const std::string email = trimmed(fields.personalEmail);
  check.that(email.empty() || isEmail(email), "personalEmail",
             "This is not an e-mail address: write it as name@example.org, or leave it empty");
  const Text& start = fields.employmentStartDate;
  check.that(!start || integration::parseDate(*start), "employmentStartDate",
             "This is not a day of the calendar: write it as 2027-01-04, or leave it empty");

  const Text& amount = fields.salaryAmount;
  const Text& currency = fields.salaryCurrency;
  check.that(!amount || (amount->size() <= 40 && isPlainDecimal(*amount)), "salaryAmount",
             "This is not an amount: write it as 82000 or 91500.5, or leave it empty");
  check.that(!currency || isCurrency(*currency), "salaryCurrency",
             "This is not a currency: write three capitals such as GBP, or leave it empty");
  if (amount && !currency)
    check.issues.push_back(
        {"salaryCurrency", "required", "The salary has no currency: fill it in, or clear the salary"});
  if (currency && !amount)
    check.issues.push_back(
        {"salaryAmount", "required", "The currency has no salary: fill it in, or clear the currency"});
  return check.issues;
}

std::string comparableEmail(const std::string& email) {
  return Poco::UTF8::toLower(Poco::trim(email));
}

std::string comparableName(const HireFields& fields) {
  if (trimmed(fields.firstName).empty() || trimmed(fields.lastName).empty()) return "";
  std::string name;
  for (const char c : *fields.firstName + " " + *fields.lastName) {
    const bool space = static_cast<unsigned char>(c) <= ' ';
    if (!space) name += c;
    if (space && !name.empty() && name.back() != ' ') name += ' ';
  }
  return Poco::UTF8::toLower(Poco::trim(name));
}

std::string comparablePhone(const std::string& phone) {
  std::string digits;
  for (const char c : phone)
    if (isDigit(c) || (c == '+' && digits.empty())) digits += c;
  return digits.size() >= 7 ? digits : "";
}

}  // namespace host_stub
