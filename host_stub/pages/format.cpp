#include "pages/format.hpp"

#include <phonenumbers/phonenumberutil.h>
#include <unicode/numberformatter.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <array>
#include <cctype>
#include <map>

#include "integration/time.hpp"

namespace host_stub {

using integration::Json;

namespace {

constexpr std::array<const char*, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                              "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

// Whether names in this text's script are said family name first. Katakana writes foreign names, which keep
// their order.
bool isFamilyFirstScript(const std::string& text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  std::size_t at = 0;
  UChar32 first = -1;
  if (!text.empty()) U8_NEXT(bytes, at, text.size(), first);
  UErrorCode error = U_ZERO_ERROR;
  const UScriptCode script = first < 0 ? USCRIPT_UNKNOWN : uscript_getScript(first, &error);
  return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_HANGUL;
}

// Whole amounts without decimals, others with two at least: 82,000, but 91,500.50.
icu::number::Precision decimalsOf(const std::string& amount, bool isMoney) {
  using icu::number::Precision;
  if (!isMoney || amount.find('.') == std::string::npos) return Precision::minMaxFraction(0, 9);
  return Precision::minMaxFraction(2, 9);
}

std::string inNumbers(const std::string& amount, const std::string& currency) {
  using icu::number::NumberFormatter;
  UErrorCode error = U_ZERO_ERROR;
  auto formatter =
      NumberFormatter::withLocale(icu::Locale::getUK()).precision(decimalsOf(amount, currency.size() == 3));
  if (currency.size() == 3)
    formatter = std::move(formatter).unit(
        icu::CurrencyUnit(icu::UnicodeString::fromUTF8(currency).getTerminatedBuffer(), error));
  std::string text;
  formatter.formatDecimal(amount, error).toString(error).toUTF8String(text);
  return U_SUCCESS(error) ? text : amount + (currency.empty() ? "" : " " + currency);
}

// " a year"; "" if there is none.
std::string periodInWords(const std::string& period) {
  static const std::map<std::string, std::string> periods{{"annual", " a year"},
                                                          {"monthly", " a month"},
                                                          {"weekly", " a week"},
                                                          {"daily", " a day"},
                                                          {"hourly", " an hour"}};
  const auto label = periods.find(period);
  return label == periods.end() ? "" : label->second;
}

}  // namespace

std::string dayForPeople(const std::string& date) {
  if (!integration::parseDate(date)) return date;
  const std::size_t month = static_cast<std::size_t>(std::stoi(date.substr(5, 2))) - 1;
  return std::to_string(std::stoi(date.substr(8, 2))) + " " + kMonths.at(month) + " " + date.substr(0, 4);
}

std::string timeForPeople(const std::string& time) {
  if (time.size() < 16) return time;
  return dayForPeople(time.substr(0, 10)) + ", " + time.substr(11, 5) + " UTC";
}

std::string phoneForPeople(const std::string& phone) {
  using i18n::phonenumbers::PhoneNumber;
  using i18n::phonenumbers::PhoneNumberUtil;
  if (!phone.starts_with('+')) return phone;
  PhoneNumber number;
  const PhoneNumberUtil& util = *PhoneNumberUtil::GetInstance();
  if (util.Parse(phone, "ZZ", &number) != PhoneNumberUtil::NO_PARSING_ERROR) return phone;
  std::string text;
  util.Format(number, PhoneNumberUtil::INTERNATIONAL, &text);
  return text;
}

std::string moneyForPeople(const std::string& amount, const std::string& currency,
                           const std::string& period) {
  return amount.empty() ? "" : inNumbers(amount, currency) + periodInWords(period);
}

std::string moneyWithCode(const std::string& amount, const std::string& currency, const std::string& period) {
  std::string text = amount.empty() ? "" : inNumbers(amount, "");
  if (!currency.empty()) text += (text.empty() ? "" : " ") + currency;
  const std::string words = periodInWords(period);
  return text + (text.empty() && !words.empty() ? words.substr(1) : words);
}

std::string countForPeople(std::uint64_t count, const std::string& one, const std::string& many) {
  return inNumbers(std::to_string(count), "") + " " + (count == 1 ? one : many);
}

std::string asSentence(std::string text) {
  if (text.empty()) return text;
  text.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(text.front())));
  if (const char last = text.back(); last != '.' && last != '?') text += '.';
  return text;
}

std::string textOf(const Json& object, const std::string& name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

std::string webAddress(const std::string& text) {
  return text.starts_with("https://") || text.starts_with("http://") ? text : "";
}

std::string fullName(const Json& fields, const std::string& otherwise) {
  std::string name;
  const bool familyFirst =
      isFamilyFirstScript(textOf(fields, "firstName")) && isFamilyFirstScript(textOf(fields, "lastName"));
  using Order = std::array<const char*, 3>;
  for (const char* part : familyFirst ? Order{"lastName", "firstName", "middleName"}
                                      : Order{"firstName", "middleName", "lastName"})
    if (const std::string text = textOf(fields, part); !text.empty())
      name += (name.empty() ? "" : " ") + text;
  return name.empty() ? otherwise : name;
}

}  // namespace host_stub
