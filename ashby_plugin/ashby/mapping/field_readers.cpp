#include "ashby/mapping/field_readers.hpp"

#include "ashby/mapping/contact.hpp"
#include "fields/amount.hpp"
#include "fields/calendar_day.hpp"
#include "fields/clean_text.hpp"
#include "fields/fields.hpp"
#include "fields/link.hpp"
#include "fields/phone.hpp"
#include "fields/start_date.hpp"
#include "integration/time.hpp"

namespace ashby {
namespace {

void add(std::optional<integration::Issue> issue, MappedHire& hire) {
  if (issue) hire.issues.push_back(*std::move(issue));
}

std::string currencyFieldOf(const std::string& amountField) {
  return amountField.substr(0, amountField.size() - std::string_view("Amount").size()) + "Currency";
}

}  // namespace

void forgetIssues(const std::string& field, MappedHire& hire) {
  std::erase_if(hire.issues, [&](const auto& issue) { return issue.path == field; });
}

void readPhoneField(const std::string& typed, const ImportSettings& choices, MappedHire& hire) {
  const Phone phone = readPhone(typed, choices.phoneRegion);
  hire.fields.personalPhoneNumber = phone.number + (phone.extension ? " ext. " + *phone.extension : "");
  if (!phone.issueCode.empty())
    hire.issues.push_back({"personalPhoneNumber", phone.issueCode, phone.message});
}

void readEmailField(const std::string& field, const std::string& typed, MappedHire& hire) {
  const std::string email = cleanText(typed);
  setField(hire.fields, field, email);
  add(emailIssue(field, email), hire);
}

void readLinkField(const std::string& field, const std::string& typed, MappedHire& hire) {
  const std::string link = cleanText(typed);
  setField(hire.fields, field, link);
  add(linkIssue(field, link), hire);
}

void FieldReaders::read(const std::string& field, const CustomValue& value) {
  forgetIssues(field, hire_);
  if (!value.text) {
    if (value.id && field.starts_with(kCustomPrefix)) {
      // A field of the type UUID holds it for its own sake, one of the type Employee for somebody's.
      setField(hire_.fields, field, value.id);
      return hire_.note(field.c_str(), "uncertain", "Ashby tells an id alone: check what it stands for");
    }
    return invalid(field, value.id ? "Ashby tells an id alone, not whom or what it stands for: fill it in"
                                   : "The custom field's value has a form that can't be read: fill it in");
  }
  if (field == "employmentStartDate") return readDate(*value.text);
  if (field == "personalPhoneNumber") return readPhoneField(*value.text, choices_, hire_);
  if (field == "personalEmail" || field == "managerEmail") return readEmailField(field, *value.text, hire_);
  if (field == "linkedIn" || field == "twitter" || field == "github")
    return readLinkField(field, *value.text, hire_);
  if (field == "salaryPeriod") return readPeriod(value);
  if (field.ends_with("Amount") && !field.starts_with(kCustomPrefix)) return readAmount(field, value);
  readText(field, value);
}

void FieldReaders::compareUnits() {
  for (const auto& [field, unit] : units_) {
    const Text used = fieldOf(hire_.fields, field);
    if (used && *used != unit)
      hire_.note(field.c_str(), "uncertain",
                 "The custom field of the amount says " + unit + ", this is " + *used + ": check both");
  }
}

void FieldReaders::readDate(const std::string& text) {
  StartDate start = readStartDate(text);
  hire_.fields.employmentStartDate = std::move(start.date);
  for (integration::Issue& issue : start.issues) hire_.issues.push_back(std::move(issue));
}

// A value's currency and period go with its amount. Without an amount, as in a range, they are only compared.
void FieldReaders::readAmount(const std::string& field, const CustomValue& value) {
  const std::string currency = currencyFieldOf(field);
  const Text amount = plainDecimal(value.amount ? *value.amount : *value.text);
  setField(hire_.fields, field, amount);
  if (!amount) invalid(field, "The custom field's value is no amount: choose one");
  if (value.currency) units_[currency] = *value.currency;
  if (amount && value.currency) {
    setField(hire_.fields, currency, value.currency);
    forgetIssues(currency, hire_);
  }
  if (field != "salaryAmount" || !value.period) return;
  units_["salaryPeriod"] = *value.period;
  if (amount) hire_.fields.salaryPeriod = value.period;
}

void FieldReaders::readPeriod(const CustomValue& value) {
  hire_.fields.salaryPeriod = value.period;
  if (!value.period) invalid("salaryPeriod", "The custom field's value is no period that is known");
}

// A timestamp is a day as written, and doubtful as a start date is.
void FieldReaders::readText(const std::string& field, const CustomValue& value) {
  const auto written = writtenDay(*value.text);
  if (!written || !written->timestamp || !integration::parseDate(written->day)) {
    setField(hire_.fields, field, value.text);
    return;
  }
  setField(hire_.fields, field, written->day);
  if (written->elsewhereMaybe)
    hire_.note(field.c_str(), "uncertain", "The day came with a time of day: check that it is this day");
}

void FieldReaders::invalid(const std::string& field, const std::string& message) {
  setField(hire_.fields, field, std::nullopt);
  hire_.note(field.c_str(), "invalid", isLocked(field) ? message + ". This field is always needed" : message);
}

}  // namespace ashby
