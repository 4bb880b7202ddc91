#include "fields/phone.hpp"

#include <phonenumbers/phonenumberutil.h>

#include "fields/clean_text.hpp"
#include "fields/phones/phone_text.hpp"

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

// For companies, and written with letters by them alone.
bool isServiceNumber(const PhoneNumber& number) {
  switch (PhoneNumberUtil::GetInstance()->GetNumberType(number)) {
    case PhoneNumberUtil::TOLL_FREE:
    case PhoneNumberUtil::PREMIUM_RATE:
    case PhoneNumberUtil::SHARED_COST:
    case PhoneNumberUtil::UAN:
      return true;
    default:
      return false;
  }
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

// The number of a text by itself. Letters count as digits only where they make a service's number of what is
// none without them; digits at the end are doubtful where the number is better, or as good, without them.
Reading read(phones::PhoneText& text, const std::string& region) {
  Reading reading = read(text.number, region);
  if (!text.withLetters.empty() && !reading.possible())
    if (const Reading letters = parsed(text.withLetters, region);
        letters.valid() && isServiceNumber(letters.number)) {
      text.remark = false;
      return letters;
    }
  if (!text.shorter.empty() && text.doubt == phones::Doubt::none && reading.possible()) {
    const Reading shorter = read(text.shorter, region);
    if (shorter.valid() ? !reading.valid() || text.endsOtherwise
                        : shorter.possible() && text.endsOtherwise && !reading.valid())
      text.doubt = phones::Doubt::unclear;
  }
  return reading;
}

void flag(Phone& phone, const char* code, const char* message) {
  phone.issueCode = code;
  phone.message = message;
}

}  // namespace

Phone readPhone(const std::string& typed, const std::optional<std::string>& region) {
  Phone phone;
  phone.number = cleanText(typed);
  if (phone.number.empty()) return phone;
  const std::string from = known(region);
  phones::PhoneText text = phones::readPhoneText(phone.number);
  const Reading reading = read(text, from);
  if (text.doubt == phones::Doubt::several) {
    flag(phone, "invalid", "There is more than one phone number: keep one of them");
  } else if (text.doubt == phones::Doubt::unclear) {
    flag(phone, "uncertain", "It isn't clear which digits are the phone number: keep these alone");
  } else if (reading.possible()) {
    phone.number = reading.e164();
    phone.extension = text.extension;
    if (text.remark)
      flag(phone, "uncertain",
           "In Ashby a remark stands beside the phone number, which is left out: check the number");
  } else if (reading.lacksAreaCode()) {
    flag(phone, "uncertain", "The phone number lacks its area code: complete it");
  } else if (from == kNoRegion && reading.error == PhoneNumberUtil::INVALID_COUNTRY_CODE_ERROR &&
             text.number.find('+') == std::string::npos) {
    flag(phone, "uncertain",
         "The phone number doesn't say its country: write it with + and the country code");
  } else {
    flag(phone, "invalid", "This can't be a phone number as it stands: correct it");
  }
  return phone;
}

std::string comparablePhone(const std::string& typed, const std::optional<std::string>& region) {
  phones::PhoneText text = phones::readPhoneText(cleanText(typed));
  if (text.number.empty()) return {};
  const Reading reading = read(text, known(region));
  if (reading.possible() && text.doubt == phones::Doubt::none)
    return reading.e164() + (text.extension ? ";ext=" + *text.extension : std::string());
  PhoneNumberUtil::GetInstance()->NormalizeDigitsOnly(&text.number);
  return text.number.size() < kFewestDigits ? std::string() : text.number;
}

}  // namespace ashby
