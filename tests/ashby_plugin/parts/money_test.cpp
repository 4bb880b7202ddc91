#include "fields/money.hpp"

#include "fields/currency.hpp"
#include "support/fixtures.hpp"

namespace ashby::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> found(const Text& amount, const Text& currency, const Text& period = {}) {
  std::vector<std::string> all;
  for (const auto& issue : moneyIssues("amount", "currency", amount, currency, period)) {
    EXPECT_NE(issue.message, "");
    all.push_back(issue.path + ":" + issue.code);
  }
  return all;
}

TEST(Currency, HasTheMinorUnitsOfIso4217) {
  const std::vector<std::pair<const char*, int>> cases = {
      {"EUR", 2}, {"GBP", 2}, {"HUF", 2}, {"IDR", 2}, {"TWD", 2}, {"JPY", 0}, {"KRW", 0},
      {"CLP", 0}, {"VND", 0}, {"ISK", 0}, {"UGX", 0}, {"XAF", 0}, {"XOF", 0}, {"PYG", 0},
      {"BHD", 3}, {"KWD", 3}, {"OMR", 3}, {"JOD", 3}, {"TND", 3}, {"IQD", 3}, {"LYD", 3},
      {"CLF", 4}, {"UYW", 4}, {"AED", 2}, {"ZWG", 2}, {"XCG", 2}};
  for (const auto& [code, units] : cases) {
    EXPECT_EQ(currencyOf(code).kind, CurrencyKind::forPay) << code;
    EXPECT_EQ(currencyOf(code).minorUnits, units) << code;
  }
}

TEST(Currency, IsNoneOfThoseThatEndedAndNoOtherWord) {
  for (const char* code :
       {"DEM", "HRK", "ANG", "BGN", "ZWL", "ABC", "eur", "Eur", "EURO", "EU", "", "£", "ZZZ"})
    EXPECT_EQ(currencyOf(code).kind, CurrencyKind::unknown) << code;
}

TEST(Currency, OfGoldOrDrawingRightsIsNotForPay) {
  for (const char* code : {"XAU", "XAG", "XDR", "XTS", "XXX"})
    EXPECT_EQ(currencyOf(code).kind, CurrencyKind::notForPay) << code;
}

TEST(Money, OfAUsualSalaryHasNoIssues) {
  EXPECT_THAT(found("82000", "GBP"), IsEmpty());
  EXPECT_THAT(found("91500.50", "EUR", "annual"), IsEmpty());
  EXPECT_THAT(found("12345.678", "KWD"), IsEmpty());
  EXPECT_THAT(found("6000000", "JPY"), IsEmpty());
  EXPECT_THAT(found("600000000", "IDR"), IsEmpty());
  EXPECT_THAT(found("1e5", "USD"), IsEmpty());
}

TEST(Money, ThatIsAbsentHasNoIssues) {
  EXPECT_THAT(found({}, {}), IsEmpty());
  EXPECT_THAT(found(" ", ""), IsEmpty());
}

TEST(Money, IsAmountAndCurrencyTogether) {
  EXPECT_THAT(found("82000", {}), ElementsAre("currency:missing"));
  EXPECT_THAT(found({}, "GBP"), ElementsAre("amount:missing"));
  EXPECT_THAT(found("0", {}), ElementsAre("amount:implausible", "currency:missing"));
}

TEST(Money, IsOfACurrencyOfIsoThatPeopleArePaidIn) {
  EXPECT_THAT(found("82000", "ABC"), ElementsAre("currency:invalid"));
  EXPECT_THAT(found("82000", "gbp"), ElementsAre("currency:invalid"));
  EXPECT_THAT(found("82000", "XAU"), ElementsAre("currency:invalid"));
}

TEST(Money, HasNoMoreDecimalsThanItsCurrency) {
  EXPECT_THAT(found("82000.123", "GBP"), ElementsAre("amount:invalid"));
  EXPECT_THAT(found("6000000.5", "JPY"), ElementsAre("amount:invalid"));
  EXPECT_THAT(found("6000000.00", "JPY"), IsEmpty());
  EXPECT_THAT(found("12345.6789", "KWD"), ElementsAre("amount:invalid"));
}

TEST(Money, IsAPlainNumberAboveZero) {
  EXPECT_THAT(found("-82000", "GBP"), ElementsAre("amount:invalid"));
  EXPECT_THAT(found("-0.50", "GBP"), ElementsAre("amount:invalid"));
  EXPECT_THAT(found("0", "GBP"), ElementsAre("amount:implausible"));
  EXPECT_THAT(found("0.00", "GBP"), ElementsAre("amount:implausible"));
  for (const char* text : {"60.000,00", "82,000", "lots", "80000 to 100000 GBP"})
    EXPECT_THAT(found(text, "GBP"), ElementsAre("amount:invalid")) << text;
}

TEST(Money, ThatReadsLikeAnHoursPayIsDoubtedAsAYears) {
  EXPECT_THAT(found("25.5", "GBP"), ElementsAre("amount:implausible"));
  EXPECT_THAT(found("199.99", "GBP", "annual"), ElementsAre("amount:implausible"));
  EXPECT_THAT(found("200", "GBP", "annual"), IsEmpty());
  EXPECT_THAT(found("19", "GBP", "monthly"), ElementsAre("amount:implausible"));
  EXPECT_THAT(found("25.5", "GBP", "hourly"), IsEmpty());
  EXPECT_THAT(found("0.5", "GBP", "once"), IsEmpty());
}

TEST(Money, ThatReadsLikeCentsIsDoubted) {
  EXPECT_THAT(found("5000000", "GBP"), IsEmpty());
  EXPECT_THAT(found("5000000.01", "GBP"), ElementsAre("amount:implausible"));
  EXPECT_THAT(found("8200000", "USD"), ElementsAre("amount:implausible"));
  EXPECT_THAT(found("100000000000", "IRR"), IsEmpty());
  EXPECT_THAT(found("100000000001", "IRR"), ElementsAre("amount:implausible"));
  EXPECT_THAT(found("9007199254740993", "IRR"), ElementsAre("amount:implausible"));
}

}  // namespace
}  // namespace ashby::test
