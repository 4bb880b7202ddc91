// Fuzzes texts that people type into Ashby: money, phones, e-mails, links, custom values, invisible
// characters.
#include <algorithm>
#include <cmath>

#include "ashby/mapping/contact.hpp"
#include "ashby/mapping/custom_value.hpp"
#include "ashby_plugin/support/name_words.hpp"
#include "fields/amount.hpp"
#include "fields/clean_text.hpp"
#include "fields/link.hpp"
#include "fields/money.hpp"
#include "fields/pay_period.hpp"
#include "fields/phone.hpp"
#include "fields/typed_value.hpp"
#include "fuzzer.hpp"
#include "integration/json.hpp"
#include "integration/text/email_address.hpp"
#include "integration/text/trimmed.hpp"

using fuzzing::mustHold;

namespace {

void readAmount(const std::string& text) {
  const auto plain = ashby::plainDecimal(text);
  const auto typed = ashby::typedValue("bonusAmount", text);
  mustHold(ashby::typedValue("bonusAmount", typed) == typed, "a typed amount stays as it is kept", text);
  (void)ashby::moneyIssues("amount", "currency", text, text.substr(0, 3), ashby::payPeriod(text));
  if (!plain) return;
  mustHold(ashby::plainDecimal(*plain) == plain, "a plain amount stays as it is", *plain);
  const std::string_view digits = std::string_view(*plain).substr(plain->starts_with('-') ? 1 : 0);
  const bool padded = digits.size() > 1 && digits.front() == '0' && digits[1] != '.';
  const bool trailed = digits.find('.') != digits.npos && (digits.back() == '0' || digits.back() == '.');
  mustHold(digits.find_first_not_of(".0123456789") == digits.npos && !padded && !trailed && *plain != "-0",
           "an amount is a plain decimal", *plain);
  char* end = nullptr;
  const long double meant = std::strtold(text.c_str(), &end), read = std::strtold(plain->c_str(), nullptr);
  mustHold(*end == '\0' && end == text.c_str() + text.size(), "an amount is a number", text);
  mustHold(std::fabs(meant - read) <= std::fabs(meant) * 1e-15L, "an amount keeps its value", *plain);
}

std::size_t digitsIn(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }));
}

// Expects that a remark doesn't change a number that is certain without it.
void addRemark(const std::string& text, const ashby::Text& region, const ashby::Phone& phone) {
  if (text.find_first_not_of("+0123456789 -./") != text.npos) return;
  const ashby::Phone again = ashby::readPhone(text + " (Eva)", region);
  mustHold(again.number == phone.number && again.issueCode == "uncertain", "a remark is no digits", text);
  mustHold(ashby::comparablePhone(text + " (Eva)", region) == ashby::comparablePhone(text, region),
           "a remark hides nobody", text);
  constexpr std::size_t kLongestCountryCode = 3;
  mustHold(digitsIn(phone.number) <= digitsIn(text) + kLongestCountryCode, "digits are the text's own", text);
}

void readText(const std::string& text) {
  namespace texts = integration::text;
  const std::string clean = ashby::cleanText(text), seen = texts::withoutUnseen(text);
  mustHold(ashby::cleanText(clean) == clean, "clean text stays as it is", clean);
  mustHold(texts::trimmed(clean) == clean && texts::trimmed(texts::trimmed(text)) == texts::trimmed(text),
           "trimmed text stays as it is", text);
  mustHold(texts::withoutUnseen(seen) == seen, "what is seen stays as it is", text);
  const std::string compared = texts::comparableEmail(text);
  mustHold(texts::comparableEmail(compared) == compared, "a compared address stays as it is", text);
  mustHold(ashby::emailIssue("email", text).has_value() || seen == text, "an address is seen whole", text);
  mustHold(ashby::linkIssue("link", text).has_value() || seen == text, "a link is seen whole", text);
}

void readContacts(const std::string& text) {
  if (!ashby::test::isUtf8(text)) return;  // texts come from JSON, so they are UTF-8
  readText(text);
  const std::optional<std::string> region = text.substr(0, 2);
  for (const auto& from : {std::optional<std::string>(), region, std::optional<std::string>("GB")}) {
    const ashby::Phone phone = ashby::readPhone(text, from);
    (void)ashby::comparablePhone(text, from);
    mustHold(phone.issueCode.empty() == phone.message.empty(), "an issue has its message", phone.message);
    if (!phone.issueCode.empty() || phone.number.empty()) continue;
    mustHold(phone.number.front() == '+' && phone.number.size() <= 16 &&
                 phone.number.find_first_not_of("0123456789", 1) == phone.number.npos,
             "a phone number is E.164", phone.number);
    if (!phone.extension) addRemark(text, from, phone);
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
  mustHold(value.text || !(value.currency || value.amount || value.period),
           "what describes pay is of a value");
  using State = ashby::CustomValue::State;
  mustHold((value.state == State::readable) == value.text.has_value(), "a value that is read has a text");
  mustHold(!value.id || value.state == State::unreadable, "an id alone can't be read");
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
