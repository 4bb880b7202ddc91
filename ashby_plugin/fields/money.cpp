#include "fields/money.hpp"

#include <algorithm>
#include <array>

#include "fields/amount.hpp"
#include "fields/clean_text.hpp"
#include "fields/currency.hpp"

namespace ashby {
namespace {

using integration::Issue;

constexpr std::array<std::string_view, 12> kWorthMost = {"AUD", "BHD", "CAD", "CHF", "EUR", "GBP",
                                                         "JOD", "KWD", "NZD", "OMR", "SGD", "USD"};
constexpr std::string_view kMostOfThese = "5000000";
constexpr std::string_view kMostOfAny = "100000000000";

std::string_view whole(std::string_view plain) {
  return plain.substr(0, plain.find('.'));
}

std::size_t decimals(std::string_view plain) {
  const std::size_t point = plain.find('.');
  return point == std::string_view::npos ? 0 : plain.size() - point - 1;
}

// Compares plain decimals that aren't negative; limit has no decimals.
bool below(std::string_view plain, std::string_view limit) {
  const std::string_view digits = whole(plain);
  return digits.size() != limit.size() ? digits.size() < limit.size() : digits < limit;
}

bool above(std::string_view plain, std::string_view limit) {
  return !below(plain, limit) && plain != limit;
}

std::string_view least(const Text& period) {
  if (!period || period == "annual") return "200";
  return period == "monthly" ? "20" : "0";
}

Text present(const Text& text) {
  std::string clean = cleanText(text.value_or(""));
  return clean.empty() ? std::nullopt : std::optional(std::move(clean));
}

std::optional<Issue> currencyIssue(const std::string& path, const std::string& code) {
  switch (currencyOf(code).kind) {
    case CurrencyKind::forPay:
      return std::nullopt;
    case CurrencyKind::notForPay:
      return Issue{path, "invalid", code + " is no currency that people are paid in"};
    case CurrencyKind::unknown:
      break;
  }
  return Issue{path, "invalid", "The currency is none of ISO 4217's three-letter codes, such as GBP"};
}

std::optional<Issue> amountIssue(const std::string& path, const std::string& plain, const Text& currency,
                                 const Text& period) {
  const Currency known = currencyOf(currency.value_or(""));
  if (plain.starts_with('-')) return Issue{path, "invalid", "The amount is less than zero"};
  if (plain == "0") return Issue{path, "implausible", "The amount is zero: check it"};
  if (known.kind == CurrencyKind::forPay && decimals(plain) > static_cast<std::size_t>(known.minorUnits))
    return Issue{path, "invalid",
                 "The amount has more decimals than " + *currency + ", which has " +
                     (known.minorUnits == 0 ? "none" : std::to_string(known.minorUnits))};
  if (below(plain, least(period)))
    return Issue{path, "implausible", "The amount is very small: check it and what time it is paid for"};
  const bool worthMost = std::find(kWorthMost.begin(), kWorthMost.end(), currency) != kWorthMost.end();
  if (above(plain, worthMost ? kMostOfThese : kMostOfAny))
    return Issue{path, "implausible", "The amount is very large: check it, it may be in cents"};
  return std::nullopt;
}

}  // namespace

std::vector<Issue> moneyIssues(const std::string& amountPath, const std::string& currencyPath,
                               const Text& amount, const Text& currency, const Text& period) {
  const Text sum = present(amount), code = present(currency);
  std::vector<Issue> issues;
  const auto add = [&](std::optional<Issue> issue) {
    if (issue) issues.push_back(std::move(*issue));
  };
  if (sum) {
    const auto plain = plainDecimal(*sum);
    add(plain ? amountIssue(amountPath, *plain, code, period)
              : Issue{amountPath, "invalid", "The amount is no plain number, such as 82000 or 91500.5"});
  } else if (code) {
    add(Issue{amountPath, "missing", "There is a currency without an amount"});
  }
  if (code)
    add(currencyIssue(currencyPath, *code));
  else if (sum)
    add(Issue{currencyPath, "missing", "There is an amount without a currency"});
  return issues;
}

}  // namespace ashby
