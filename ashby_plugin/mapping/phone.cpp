#include "mapping/phone.hpp"

#include <phonenumbers/phonenumberutil.h>

#include "mapping/clean_text.hpp"

namespace ashby {
namespace {

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

constexpr const char* kNoRegion = "ZZ";
constexpr std::size_t kFewestDigits = 7;

std::string known(const std::optional<std::string>& region) {
  std::string code = region.value_or("");
  for (char& c : code)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return code.size() == 2 && PhoneNumberUtil::GetInstance()->GetCountryCodeForRegion(code) != 0 ? code
                                                                                                : kNoRegion;
}

bool saysItsCountry(const std::string& text) {
  constexpr const char* kFullWidthPlus = "\xef\xbc\x8b";
  return text.find('+') != std::string::npos || text.find(kFullWidthPlus) != std::string::npos;
}

// E.164's own limit, with the "+"; what the library takes for Japan and Germany has up to 17 digits.
constexpr std::size_t kLongestE164 = 16;

struct Reading {
  PhoneNumberUtil::ErrorType error;
  PhoneNumber number;

  bool possible() const {
    return error == PhoneNumberUtil::NO_PARSING_ERROR &&
           PhoneNumberUtil::GetInstance()->IsPossibleNumberWithReason(number) ==
               PhoneNumberUtil::IS_POSSIBLE &&
           e164().size() <= kLongestE164;
  }
  bool lacksAreaCode() const {
    return error == PhoneNumberUtil::NO_PARSING_ERROR &&
           PhoneNumberUtil::GetInstance()->IsPossibleNumberWithReason(number) ==
               PhoneNumberUtil::IS_POSSIBLE_LOCAL_ONLY;
  }
  bool valid() const { return possible() && PhoneNumberUtil::GetInstance()->IsValidNumber(number); }
  std::string e164() const {
    std::string text;
    PhoneNumberUtil::GetInstance()->Format(number, PhoneNumberUtil::E164, &text);
    return text;
  }
};

Reading parsed(const std::string& text, const std::string& region) {
  Reading reading;
  reading.error = PhoneNumberUtil::GetInstance()->Parse(text, region, &reading.number);
  return reading;
}

Reading read(const std::string& text, const std::string& region) {
  Reading reading = parsed(text, region);
  // The library knows "(0)" where the country dials a 0 at home; people write it for countries that don't.
  const std::size_t zero = text.find("(0)");
  if (zero != std::string::npos && !reading.valid()) {
    Reading without = parsed(std::string(text).erase(zero, 3), region);
    if (without.valid()) return without;
  }
  return reading;
}

}  // namespace

Phone readPhone(const std::string& typed, const std::optional<std::string>& region) {
  Phone phone;
  phone.number = cleanText(typed);
  if (phone.number.empty()) return phone;
  const std::string from = known(region);
  const Reading reading = read(phone.number, from);
  if (reading.possible()) {
    phone.number = reading.e164();
    if (reading.number.has_extension()) phone.extension = reading.number.extension();
  } else if (reading.lacksAreaCode()) {
    phone.issueCode = "uncertain";
    phone.message = "The phone number lacks its area code: complete it";
  } else if (from == kNoRegion && reading.error == PhoneNumberUtil::INVALID_COUNTRY_CODE_ERROR &&
             !saysItsCountry(phone.number)) {
    phone.issueCode = "uncertain";
    phone.message = "The phone number doesn't say its country: write it with + and the country code";
  } else {
    phone.issueCode = "invalid";
    phone.message = "This can't be a phone number as it stands: correct it";
  }
  return phone;
}

std::string comparablePhone(const std::string& typed, const std::optional<std::string>& region) {
  std::string text = cleanText(typed);
  if (text.empty()) return text;
  const Reading reading = read(text, known(region));
  if (reading.possible())
    return reading.e164() +
           (reading.number.has_extension() ? ";ext=" + reading.number.extension() : std::string());
  PhoneNumberUtil::GetInstance()->NormalizeDigitsOnly(&text);
  return text.size() < kFewestDigits ? std::string() : text;
}

}  // namespace ashby
