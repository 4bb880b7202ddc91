// Values as people read them. What can't be read is shown as it is.
#pragma once

#include <cstdint>
#include <string>

#include "integration/json.hpp"

namespace host_stub {

std::string dayForPeople(const std::string& date);     // "2027-01-04" -> "4 Jan 2027"
std::string timeForPeople(const std::string& time);    // "... 10:00:00.000Z" -> "4 Jan 2027, 10:00 UTC"
std::string phoneForPeople(const std::string& phone);  // "+447700900123" -> "+44 7700 900123"
// "82000", "GBP", "annual" -> "£82,000 a year". currency and period may be blank.
std::string moneyForPeople(const std::string& amount, const std::string& currency,
                           const std::string& period = {});
// The same with the currency's code: "82,000 GBP a year". Each part may be blank.
std::string moneyWithCode(const std::string& amount, const std::string& currency, const std::string& period);
std::string countForPeople(std::uint64_t count, const std::string& one, const std::string& many);

std::string asSentence(std::string text);  // "write the date" -> "Write the date."

// A string member, "" if it is absent or null.
std::string textOf(const integration::Json& object, const std::string& name);
// The address where it is one of the web, "" otherwise: nothing else becomes a link.
std::string webAddress(const std::string& text);
// The names in the order in which they are said (山田 太郎, but Taro Yamada); `otherwise` where there are
// none.
std::string fullName(const integration::Json& fields, const std::string& otherwise);

}  // namespace host_stub
