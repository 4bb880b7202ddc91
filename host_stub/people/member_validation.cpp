#include "people/member_validation.hpp"

#include <Poco/String.h>

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "integration/field_catalog.hpp"
#include "integration/pay_units.hpp"
#include "integration/text/email_address.hpp"
#include "integration/text/trimmed.hpp"
#include "integration/time.hpp"

namespace host_stub {
namespace {

using integration::FieldKind;
using integration::HireFields;
using integration::Issue;
using integration::Text;

constexpr std::size_t kMaxText = 1000, kMaxCustomName = 200;

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

std::string trimmed(const Text& text) {
  return std::string(integration::text::trimmed(text ? std::string_view(*text) : ""));
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

// Returns whether the text is an address of the web, or a name at that service, and nothing that a page would
// run when it shows it as a link.
bool isProfile(const std::string& text) {
  const std::string scheme = Poco::toLower(text.substr(0, std::min(text.find_first_of(":/?#"), text.size())));
  const bool hasScheme = scheme.size() < text.size() && text[scheme.size()] == ':';
  return (!hasScheme || ((scheme == "http" || scheme == "https") &&
                         text.compare(scheme.size(), 3, "://") == 0 && text.size() > scheme.size() + 3)) &&
         std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) <= ' '; });
}

class Check {
 public:
  std::vector<Issue> issues;

  void required(const std::string& path, const Text& text, const std::string& what) {
    if (trimmed(text).empty())
      issues.push_back({path, "required", what + " is missing: fill it in to add the member"});
  }
  void shortEnough(const std::string& path, const Text& text) {
    if (text && text->size() > kMaxText)
      issues.push_back({path, "too_long", "has more than 1000 bytes: shorten it"});
  }
  void email(const std::string& path, const Text& text) {
    const std::string address = trimmed(text);
    that(address.empty() || integration::text::isEmailAddress(address), path,
         "This is not an e-mail address: write it as name@example.org, or leave it empty");
  }
  void profile(const std::string& path, const Text& text) {
    const std::string address = trimmed(text);
    that(address.empty() || isProfile(address), path,
         "This is not a profile: write its address, such as https://example.org/nadia, or leave it empty");
  }
  // An amount and its currency, together or not at all.
  void money(const char* amountPath, const Text& amount, const char* currencyPath, const Text& currency,
             const std::string& what) {
    that(!amount || (amount->size() <= 40 && isPlainDecimal(*amount)), amountPath,
         "This is not an amount: write it as 82000 or 91500.5, or leave it empty");
    that(!currency || isCurrency(*currency), currencyPath,
         "This is not a currency: write three capitals such as GBP, or leave it empty");
    if (amount && !currency)
      issues.push_back(
          {currencyPath, "required", "The " + what + " has no currency: fill it in, or clear the " + what});
    if (currency && !amount)
      issues.push_back(
          {amountPath, "required", "The currency has no " + what + ": fill it in, or clear the currency"});
  }
  void that(bool holds, const std::string& path, const char* message) {
    if (!holds) issues.push_back({path, "invalid", message});
  }
};

}  // namespace

std::vector<Issue> checkMember(const HireFields& fields) {
  Check check;
  const auto each = [&](std::initializer_list<FieldKind> kinds, const auto& look) {
    for (const integration::FieldInfo& field : integration::kFieldCatalog)
      if (std::find(kinds.begin(), kinds.end(), field.kind) != kinds.end())
        look(std::string(field.name), fields.*field.value);
  };
  for (const integration::FieldInfo& field : integration::kFieldCatalog)
    if (field.required)
      check.required(std::string(field.name), fields.*field.value,
                     "The " + integration::spokenName(field.name));
  each({FieldKind::text, FieldKind::phone, FieldKind::list, FieldKind::country, FieldKind::url},
       [&](const std::string& path, const Text& text) { check.shortEnough(path, text); });
  each({FieldKind::email}, [&](const std::string& path, const Text& text) { check.email(path, text); });
  each({FieldKind::date}, [&](const std::string& path, const Text& text) {
    check.that(!text || integration::parseDate(*text), path,
               "This is not a day of the calendar: write it as 2027-01-04, or leave it empty");
  });
  for (const integration::PayUnit& unit : integration::kPayUnits) {
    const integration::PayPart &amount = unit.parts[0], &currency = unit.parts[1];
    check.money(amount.field, fields.*amount.value, currency.field, fields.*currency.value,
                integration::spokenName(unit.name));
  }
  each({FieldKind::period}, [&](const std::string& path, const Text& text) {
    const auto& periods = integration::kPayPeriods;
    check.that(!text || std::find(periods.begin(), periods.end(), *text) != periods.end(), path,
               "This is not a period: write annual, monthly, weekly, daily or hourly, or leave it empty");
  });
  each({FieldKind::url}, [&](const std::string& path, const Text& text) { check.profile(path, text); });
  for (const auto& [name, value] : fields.custom) {
    check.that(!name.empty() && name.size() <= kMaxCustomName, std::string(integration::kCustomPrefix) + name,
               "A field's name has 1 to 200 bytes: clear this one");
    check.shortEnough(std::string(integration::kCustomPrefix) + name, value);
  }
  return check.issues;
}

}  // namespace host_stub
