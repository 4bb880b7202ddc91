#include "fields/start_date.hpp"

#include "fields/calendar_day.hpp"
#include "integration/time.hpp"
#include "support/fixtures.hpp"

namespace ashby::test {
namespace {

std::string issueOf(const StartDate& read) {
  if (read.issues.empty()) return "";
  EXPECT_EQ(read.issues.size(), 1U);
  EXPECT_EQ(read.issues.front().path, "employmentStartDate");
  EXPECT_NE(read.issues.front().message, "");
  return read.issues.front().code;
}

TEST(StartDate, IsTheDayAsWrittenAndNeverShifted) {
  for (const char* text : {"2027-01-04", " 2027-01-04\n", "2027-01-04T00:00:00.000Z", "2027-01-04T00:00Z",
                           "2027-01-04 00:00:00", "2027-01-04T23:59:59-11:00", "2027-01-04T00:00:00+14:00",
                           "2027-01-04T09:30:00.123456+0530", "2027-01-04T00:00:00+01"}) {
    const StartDate read = readStartDate(text);
    EXPECT_EQ(read.date, "2027-01-04") << text;
    EXPECT_EQ(issueOf(read), "") << text;
  }
}

TEST(StartDate, OffMidnightInUtcIsImportedAsUncertain) {
  const StartDate read = readStartDate("2027-01-03T23:00:00.000Z");  // may be midnight of the 4th in Berlin
  EXPECT_EQ(read.date, "2027-01-03");
  EXPECT_EQ(issueOf(read), "uncertain");
}

TEST(StartDate, WithATimeWithoutALocalOffsetIsDoubted) {
  for (const char* text :
       {"2027-01-03T14:00:00+00:00", "2027-01-03T23:00:00-00:00", "2027-01-03T23:00:00+0000",
        "2027-01-03T23:00:00+00", "2027-01-03T11:00:00", "2027-01-03 23:00", "2027-01-03t11:00:00z",
        "2027-01-03T00:00:01Z", "2027-01-03T00:00:00.5Z", "2027-01-03T23:00:00-0000", "2027-01-03T00:01"}) {
    EXPECT_EQ(readStartDate(text).date, "2027-01-03") << text;
    EXPECT_EQ(issueOf(readStartDate(text)), "uncertain") << text;
  }
}

TEST(StartDate, WithAnOffsetOfNoPlaceIsNotImported) {
  for (const char* text :
       {"2027-01-03T23:00:00+15:00", "2027-01-03T23:00:00-13:00", "2027-01-03T23:00:00+01:60",
        "2027-01-03T23:00:00+99", "2027-01-03T23:00:00+1:00", "2027-01-03T23:00:00+14:01"})
    EXPECT_EQ(issueOf(readStartDate(text)), "invalid") << text;
}

TEST(FarStart, IsMoreThanAYearBackOrTwoYearsAhead) {
  const auto codeOf = [](const char* date, const char* hired) {
    const auto issue = farStartIssue(date, integration::parseTime(std::string(hired) + "T10:00:00Z"));
    return issue ? issue->code : "";
  };
  for (const char* usual : {"2025-11-20", "2026-11-01", "2027-01-04", "2028-11-20"})
    EXPECT_EQ(codeOf(usual, "2026-11-20"), "") << usual;
  for (const char* far : {"2019-03-01", "2024-12-31", "2025-11-19", "2028-11-21", "2072-01-04", "2099-03-01"})
    EXPECT_EQ(codeOf(far, "2026-11-20"), "implausible") << far;
  EXPECT_EQ(codeOf("2027-03-01", "2028-02-29"), "");
  EXPECT_EQ(codeOf("2027-02-28", "2028-02-29"), "implausible");
  EXPECT_EQ(farStartIssue("2019-03-01", {}), std::nullopt);
}

TEST(StartDate, ThatIsNoDayOfTheCalendarIsNotImported) {
  for (const char* text : {"2023-02-30", "2027-13-01", "2027-00-10", "2027-04-31", "2027-02-29T00:00:00Z"}) {
    EXPECT_EQ(readStartDate(text).date, std::nullopt) << text;
    EXPECT_EQ(issueOf(readStartDate(text)), "invalid") << text;
  }
  EXPECT_EQ(readStartDate("2028-02-29").date, "2028-02-29");
}

TEST(StartDate, OfAnImplausibleYearIsNotImported) {
  for (const char* text : {"1970-01-01", "0027-01-04", "2207-01-04", "1999-12-31T00:00:00Z"}) {
    EXPECT_EQ(readStartDate(text).date, std::nullopt) << text;
    EXPECT_EQ(issueOf(readStartDate(text)), "implausible") << text;
  }
}

TEST(StartDate, OfAnyOtherFormIsNotImported) {
  for (const char* text : {"04/01/2027", "4 January 2027", "2027-1-4", "20270104", "2027-01-04x",
                           "2027-01-04T", "2027-01-04T9:00Z", "2027-01-04T24:00Z", "2027-01-04T00:60Z",
                           "2027-01-04T00:00:00.Z", "2027-01-04T00:00:00ZZ",
                           "2027-01-04T00:00:00+01:", "2027-01-04 to 2027-02-01", "soon", "1798934400000"}) {
    EXPECT_EQ(readStartDate(text).date, std::nullopt) << text;
    EXPECT_EQ(issueOf(readStartDate(text)), "invalid") << text;
  }
}

TEST(StartDate, ThatIsBlankIsMissing) {
  EXPECT_EQ(issueOf(readStartDate("")), "missing");
  EXPECT_EQ(issueOf(readStartDate(" \u00a0 ")), "missing");
}

}  // namespace
}  // namespace ashby::test
