#include "storage/comparable_values.hpp"

#include <Poco/UTF8String.h>

#include "integration/text/folding.hpp"
#include "integration/text/trimmed.hpp"

namespace host_stub {
namespace {

std::string_view trimmedText(const integration::Text& text) {
  return integration::text::trimmed(text ? std::string_view(*text) : "");
}

bool isDecimalDigit(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace

std::string comparableName(const integration::HireFields& fields) {
  if (trimmedText(fields.firstName).empty() || trimmedText(fields.lastName).empty()) return "";
  std::string name;
  for (const std::string& word : integration::foldedWords(*fields.firstName + " " + *fields.lastName))
    name += (name.empty() ? "" : " ") + word;
  return name;
}

std::string comparablePhone(const std::string& phone) {
  std::string digits;
  for (const char c : phone)
    if (isDecimalDigit(c) || (c == '+' && digits.empty())) digits += c;
  return digits.size() >= 7 ? digits : "";
}

std::string comparableNumber(const std::string& number) {
  return Poco::UTF8::toLower(std::string(trimmedText(number)));
}

}  // namespace host_stub
