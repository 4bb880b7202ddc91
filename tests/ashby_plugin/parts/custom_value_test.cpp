#include "ashby/mapping/custom_value.hpp"

#include "fields/pay_period.hpp"
#include "support/fixtures.hpp"

namespace ashby::test {
namespace {

CustomValue valueOf(const char* value, const char* label = "null") {
  return readCustomValue({value}, {label});
}

TEST(CustomValue, OfTextIsTheTextCleaned) {
  EXPECT_EQ(valueOf(R"(" Nadi ")").text, "Nadi");
  EXPECT_EQ(valueOf(R"("two\nlines")").text, "two\nlines");
  EXPECT_EQ(valueOf(R"("https://x.example/a")").text, "https://x.example/a");
}

TEST(CustomValue, OfNothingIsNothing) {
  for (const char* value :
       {"null", R"("")", R"(" ")", "[]", "{}", "[null]", R"({"value":null,"currencyCode":"GBP"})",
        R"({"type":"number-range","minValue":null,"maxValue":null})"}) {
    EXPECT_EQ(valueOf(value).text, std::nullopt) << value;
    EXPECT_EQ(valueOf(value).currency, std::nullopt) << value;
    EXPECT_EQ(valueOf(value).state, CustomValue::State::absent) << value;
  }
}

TEST(CustomValue, OfUnknownFormIsUnreadable) {
  for (const char* value : {R"({"date":"2027-01-04"})", R"({"id":"x"})", R"([{"id":"x"}])",
                            R"(["Lunch",{"id":"x"}])", R"("d21de04e-093e-5335-b3cf-d1f46a9ac7fc")",
                            R"({"value":"x"})", R"(["d21de04e-093e-5335-b3cf-d1f46a9ac7fc"])"}) {
    EXPECT_EQ(valueOf(value).text, std::nullopt) << value;
    EXPECT_EQ(valueOf(value).state, CustomValue::State::unreadable) << value;
  }
  EXPECT_EQ(valueOf(R"("x")").state, CustomValue::State::readable);
}

TEST(CustomValue, OfABooleanIsYesOrNo) {
  EXPECT_EQ(valueOf("true").text, "Yes");
  EXPECT_EQ(valueOf("false").text, "No");
}

TEST(CustomValue, OfANumberIsExact) {
  EXPECT_EQ(valueOf("3").text, "3");
  EXPECT_EQ(valueOf("-1.50").text, "-1.5");
  EXPECT_EQ(valueOf("0.30000000000000004").text, "0.30000000000000004");
  EXPECT_EQ(valueOf("9007199254740993").text, "9007199254740993");
  EXPECT_EQ(valueOf("1e100").text, "1e100");
}

TEST(CustomValue, OfMoneyIsTheExactAmountAndItsCurrency) {
  const CustomValue money = valueOf(R"({"value":5000.10,"currencyCode":"EUR"})");
  EXPECT_EQ(money.text, "5000.1");
  EXPECT_EQ(money.currency, "EUR");
  EXPECT_EQ(valueOf(R"({"value":0,"currencyCode":"EUR"})").text, "0");
  EXPECT_EQ(valueOf(R"({"value":5000,"currencyCode":null})").text, "5000");
  EXPECT_EQ(valueOf(R"({"value":5000,"currencyCode":null})").currency, std::nullopt);
  EXPECT_EQ(valueOf(R"({"value":5000.10,"currencyCode":"EUR"})").amount, "5000.1");
}

TEST(CustomValue, OfARangeIsReadableAndNoAmount) {
  const CustomValue pay = valueOf(
      R"({"type":"compensation-range","minValue":80000,"maxValue":100000.5,"currencyCode":"GBP","interval":"1 YEAR"})");
  EXPECT_EQ(pay.text, "80000 to 100000.5 GBP");
  EXPECT_EQ(pay.amount, std::nullopt);
  EXPECT_EQ(pay.currency, "GBP");
  EXPECT_EQ(pay.period, "annual");
  EXPECT_EQ(valueOf(R"({"type":"number-range","minValue":3,"maxValue":5})").text, "3 to 5");
  EXPECT_EQ(valueOf(R"({"type":"number-range","minValue":3,"maxValue":null})").text, "from 3");
  EXPECT_EQ(valueOf(R"({"type":"number-range","maxValue":5})").text, "up to 5");
}

TEST(CustomValue, OfARangeWithoutWidthIsAnAmount) {
  const CustomValue pay = valueOf(
      R"({"type":"compensation-range","minValue":80000,"maxValue":80000.0,"currencyCode":"EUR","interval":"1 MONTH"})");
  EXPECT_EQ(pay.text, "80000 EUR");
  EXPECT_EQ(pay.amount, "80000");
  EXPECT_EQ(pay.currency, "EUR");
  EXPECT_EQ(pay.period, "monthly");
}

TEST(CustomValue, OfARangeTellsItsInterval) {
  for (const auto& [interval, period] : std::vector<std::pair<std::string, Text>>{{"1 YEAR", "annual"},
                                                                                  {"1 MONTH", "monthly"},
                                                                                  {"1 WEEK", "weekly"},
                                                                                  {"1 DAY", "daily"},
                                                                                  {"1 HOUR", "hourly"},
                                                                                  {"2 WEEK", {}},
                                                                                  {"NONE", {}}}) {
    const std::string value =
        R"({"type":"compensation-range","minValue":8,"maxValue":9,"interval":")" + interval + R"("})";
    EXPECT_EQ(valueOf(value.c_str()).period, period) << interval;
  }
}

TEST(CustomValue, OfASelectionIsWhatPeopleSee) {
  EXPECT_EQ(valueOf(R"("opt_1")", R"("Fixed term")").text, "Fixed term");
  EXPECT_EQ(valueOf(R"(["a","b"])", R"(["Lunch","Gym"])").text, "Lunch, Gym");
  EXPECT_EQ(valueOf(R"(["a","b"])").text, "a, b");
  EXPECT_EQ(valueOf(R"("opt_1")", R"("")").text, "opt_1");
}

// The field's reader turns the time into a day; FieldValues tests the result.
TEST(CustomValue, OfATimeIsNeverCut) {
  for (const char* time : {"2027-01-04T00:00:00.000Z", "2027-01-03T23:00:00-08:00", "2027-01-04"})
    EXPECT_EQ(valueOf(('"' + std::string(time) + '"').c_str()).text, time);
}

TEST(CustomValue, OfAPlaceIsItsCityRegionAndCountry) {
  EXPECT_EQ(valueOf(R"({"country":"Germany","region":"Bavaria","city":"Munich"})").text,
            "Munich, Bavaria, Germany");
  EXPECT_EQ(valueOf(R"({"country":"Singapore","region":null,"city":""})").text, "Singapore");
  EXPECT_EQ(valueOf(R"([{"city":"Leeds"},{"city":"York","country":"England"}])").text,
            "Leeds, York, England");
}

TEST(CustomValue, OfAUserOrALocationIsItsName) {
  EXPECT_EQ(valueOf(R"({"id":"x","firstName":"Omar","lastName":"Reyes"})").text, "Omar Reyes");
  EXPECT_EQ(valueOf(R"({"id":"x","name":"London HQ"})").text, "London HQ");
  EXPECT_EQ(valueOf(R"({"id":"x","locationSummary":"Leeds, England"})").text, "Leeds, England");
  EXPECT_EQ(valueOf(R"([{"name":"Leeds"},{"name":"York"}])").text, "Leeds, York");
  EXPECT_EQ(valueOf(R"("d21de04e-093e-5335-b3cf-d1f46a9ac7fc")").id, "d21de04e-093e-5335-b3cf-d1f46a9ac7fc");
  EXPECT_EQ(valueOf(R"("d21de04e-093e-5335-b3cf-d1f46a9ac7fc")", R"("Omar Reyes")").text, "Omar Reyes");
}

TEST(CustomValue, TellsThePeriodOfPay) {
  EXPECT_EQ(valueOf(R"("Hourly")").period, "hourly");
  EXPECT_EQ(valueOf(R"("opt_1")", R"("per year")").period, "annual");
  EXPECT_EQ(valueOf(R"({"value":25,"currencyCode":"EUR","interval":"1 HOUR"})").period, "hourly");
  EXPECT_EQ(valueOf(R"("Nadi")").period, std::nullopt);
  EXPECT_EQ(valueOf("true").period, std::nullopt);
}

TEST(CustomValue, OfBrokenJsonIsAnError) {
  EXPECT_THROW(valueOf("{"), integration::Failure);
}

TEST(PayPeriod, IsReadFromTheWordsPeopleUse) {
  const std::vector<std::pair<const char*, std::vector<const char*>>> cases = {
      {"annual",
       {"per year", "Annual", "Yearly", "1 YEAR", "p.a.", "per annum", "Annually", "/yr", "Annual salary"}},
      {"monthly", {"Monthly", "month", "1 MONTH", "per calendar month", "PCM", "paid every month"}},
      {"weekly", {"Weekly", "per week", "1 WEEK"}},
      {"daily", {"Daily", "a day", "1 DAY", "Day rate"}},
      {"hourly", {"Hourly", "per hour", "1 HOUR", "$/hr", "hourly wage", " HOURLY\n"}}};
  for (const auto& [period, texts] : cases)
    for (const char* text : texts) EXPECT_EQ(payPeriod(text), period) << text;
}

TEST(PayPeriod, IsNotGuessed) {
  for (const char* text : {"", "NONE", "1 TIME", "2 WEEK", "6 MONTH", "0.5 MONTH", "Bi-weekly", "Biweekly",
                           "semi-monthly", "Quarterly", "per", "Full time", "40 hours per week",
                           "weekly or monthly", "12", "jährlich", "Monthly (13 payments)"})
    EXPECT_EQ(payPeriod(text), std::nullopt) << text;
}

}  // namespace
}  // namespace ashby::test
