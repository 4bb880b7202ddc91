// What people typed into Ashby: money, phones, e-mails, custom values, invisible characters.
#include <cmath>

#include "ashby_plugin/support/name_words.hpp"
#include "fuzzer.hpp"
#include "integration/json.hpp"
#include "mapping/amount.hpp"
#include "mapping/clean_text.hpp"
#include "mapping/contact.hpp"
#include "mapping/custom_value.hpp"
#include "mapping/money.hpp"
#include "mapping/pay_period.hpp"
#include "mapping/phone.hpp"

using fuzzing::mustHold;

namespace {

void readAmount(const std::string& text) {
  const auto plain = ashby::plainDecimal(text);
  (void)ashby::moneyIssues("amount", "currency", text, text.substr(0, 3), ashby::payPeriod(text));
  if (!plain) return;
  mustHold(ashby::plainDecimal(*plain) == plain, "a plain amount stays as it is", *plain);
  const std::string_view digits = std::string_view(*plain).substr(plain->starts_with('-') ? 1 : 0);
  const bool padded = digits.size() > 1 && digits.front() == '0' && digits[1] != '.';
  const bool trailed = digits.find('.') != digits.npos && (digits.back() == '0' || digits.back() == '.');
  mustHold(digits.find_first_not_of(".0123456789") == digits.npos && !padded && !trailed && *plain != "-0",
           "an amount is a plain decimal", *plain);
  char* end = nullptr;
  const long double typed = std::strtold(text.c_str(), &end), read = std::strtold(plain->c_str(), nullptr);
  mustHold(*end == '\0' && end == text.c_str() + text.size(), "an amount is a number", text);
  mustHold(std::fabs(typed - read) <= std::fabs(typed) * 1e-15L, "an amount keeps its value", *plain);
}

void readContacts(const std::string& text) {
  if (!ashby::test::isUtf8(text)) return;  // it comes out of JSON
  const std::string clean = ashby::cleanText(text);
  mustHold(ashby::cleanText(clean) == clean, "clean text stays as it is", clean);
  (void)ashby::emailIssue("email", text);
  const std::optional<std::string> region = text.substr(0, 2);
  for (const auto& from : {std::optional<std::string>(), region, std::optional<std::string>("GB")}) {
    const ashby::Phone phone = ashby::readPhone(text, from);
    (void)ashby::comparablePhone(text, from);
    mustHold(phone.issueCode.empty() == phone.message.empty(), "an issue has its message", phone.message);
    if (!phone.issueCode.empty() || phone.number.empty()) continue;
    mustHold(phone.number.front() == '+' && phone.number.size() <= 16 &&
                 phone.number.find_first_not_of("0123456789", 1) == phone.number.npos,
             "a phone number is E.164", phone.number);
  }
}

void readCustom(const std::string& text) {
  try {
    (void)integration::parseJson(text);
  } catch (const integration::Failure&) {
    return;
  }
  const ashby::CustomValue value = ashby::readCustomValue({text});
  (void)ashby::readCustomValue({"null"}, {text});
  mustHold(!value.text || !value.text->empty(), "a value that says nothing is none");
  mustHold(value.text || !value.currency, "a currency is of a value");
}

}  // namespace

void fuzz(std::string_view bytes) {
  if (bytes.empty()) return;
  const std::string text(bytes.substr(1));
  switch (bytes.front() % 3) {
    case 0:
      return readAmount(text);
    case 1:
      return readContacts(text);
    default:
      return readCustom(text);
  }
}
