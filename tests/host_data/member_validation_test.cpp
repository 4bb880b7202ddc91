// Tests the fields that a member must have, and the values that they may hold.
#include "people/member_validation.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "host_data/nadia.hpp"

namespace host_stub {
namespace {

using integration::HireFields;
using integration::Issue;

// Returns "path: code" for each issue.
std::vector<std::string> issuesOf(const HireFields& fields) {
  std::vector<std::string> issues;
  for (const Issue& issue : checkMember(fields)) issues.push_back(issue.path + ": " + issue.code);
  return issues;
}

TEST(MemberValidation, AWholeMemberAndABareOneAreFine) {
  EXPECT_THAT(issuesOf(nadia()), testing::IsEmpty());
  HireFields bare;
  bare.firstName = "山田";
  bare.lastName = "O'Malley-Muñoz";
  bare.jobTitle = "x";
  EXPECT_THAT(issuesOf(bare), testing::IsEmpty());
}

TEST(MemberValidation, NamesAndJobTitleAreRequiredAndBlanksAreNone) {
  HireFields fields;
  fields.lastName = "  ";
  EXPECT_THAT(issuesOf(fields),
              testing::ElementsAre("firstName: required", "lastName: required", "jobTitle: required"));
}

TEST(MemberValidation, EveryIssueIsNamedAtOnce) {
  HireFields fields = nadia();
  fields.lastName.reset();
  fields.personalEmail = "nadia";
  fields.employmentStartDate = "2027-02-29";
  fields.salaryAmount = "1e5";
  fields.salaryCurrency = "gbp";
  fields.department = std::string(1001, 'd');
  EXPECT_THAT(issuesOf(fields),
              testing::UnorderedElementsAre("lastName: required", "personalEmail: invalid",
                                            "employmentStartDate: invalid", "salaryAmount: invalid",
                                            "salaryCurrency: invalid", "department: too_long"));
}

TEST(MemberValidation, DatesAreDaysOfTheCalendar) {
  HireFields fields = nadia();
  for (const char* good : {"2028-02-29", "1999-12-31"}) {
    fields.employmentStartDate = good;
    EXPECT_THAT(issuesOf(fields), testing::IsEmpty()) << good;
  }
  for (const char* bad : {"2027-02-29", "2027-13-01", "2027-1-4", "04/01/2027", "2027-01-04T00:00:00Z", ""}) {
    fields.employmentStartDate = bad;
    EXPECT_THAT(issuesOf(fields), testing::ElementsAre("employmentStartDate: invalid")) << bad;
  }
}

TEST(MemberValidation, AmountsArePlainDecimals) {
  HireFields fields = nadia();
  for (const char* good : {"0", "82000", "91500.5", "0.01", "-1.25"}) {
    fields.salaryAmount = good;
    EXPECT_THAT(issuesOf(fields), testing::IsEmpty()) << good;
  }
  for (const char* bad : {"", "-", "1e5", "82,000", "82.000,00", ".5", "5.", "007", "+1", " 1", "NaN"}) {
    fields.salaryAmount = bad;
    EXPECT_THAT(issuesOf(fields), testing::ElementsAre("salaryAmount: invalid")) << bad;
  }
}

TEST(MemberValidation, AmountAndCurrencyComeTogether) {
  HireFields fields = nadia();
  fields.salaryCurrency.reset();
  EXPECT_THAT(issuesOf(fields), testing::ElementsAre("salaryCurrency: required"));
  fields = nadia();
  fields.salaryAmount.reset();
  EXPECT_THAT(issuesOf(fields), testing::ElementsAre("salaryAmount: required"));
}

TEST(MemberValidation, MoneyOfEveryKindHasAnAmountAndACurrency) {
  HireFields fields = nadia();
  fields.bonusAmount = "1000";
  fields.signingBonusCurrency = "EUR";
  EXPECT_THAT(issuesOf(fields),
              testing::ElementsAre("bonusCurrency: required", "signingBonusAmount: required"));
  fields.bonusCurrency = "euro";
  fields.signingBonusAmount = "5 000";
  EXPECT_THAT(issuesOf(fields),
              testing::ElementsAre("bonusCurrency: invalid", "signingBonusAmount: invalid"));
}

TEST(MemberValidation, ASalaryIsPaidInOneOfTheFivePeriods) {
  HireFields fields = nadia();
  for (const char* good : {"annual", "monthly", "weekly", "daily", "hourly"}) {
    fields.salaryPeriod = good;
    EXPECT_THAT(issuesOf(fields), testing::IsEmpty()) << good;
  }
  for (const char* bad : {"", "yearly", "Annual", "1 YEAR"}) {
    fields.salaryPeriod = bad;
    EXPECT_THAT(issuesOf(fields), testing::ElementsAre("salaryPeriod: invalid")) << bad;
  }
}

TEST(MemberValidation, AProfileIsAnAddressOfTheWebOrANameThere) {
  HireFields fields = nadia();
  for (const char* good : {"https://www.linkedin.com/in/nadia?x=1:2", "linkedin.com/in/nadia", "@nadia",
                           "nadia", "HTTP://github.com/nadia", " "}) {
    fields.linkedIn = fields.twitter = fields.github = good;
    EXPECT_THAT(issuesOf(fields), testing::IsEmpty()) << good;
  }
  for (const char* bad : {"javascript:alert(1)", "data:text/html,x", "https://", "https:nadia",
                          "ftp://x.org/n", "two words", "a\nb"}) {
    fields.linkedIn = fields.twitter = fields.github = bad;
    EXPECT_THAT(issuesOf(fields),
                testing::ElementsAre("linkedIn: invalid", "twitter: invalid", "github: invalid"))
        << bad;
  }
}

TEST(MemberValidation, EveryTextHasAnEnd) {
  HireFields fields = nadia();
  const std::string tooLong(1001, 'x');
  for (auto* text : {&fields.preferredName, &fields.equity, &fields.placeOfWork, &fields.workplaceType,
                     &fields.contractType, &fields.managerName, &fields.github})
    *text = tooLong;
  fields.custom["T-shirt"] = tooLong;
  fields.custom[std::string(201, 'n')] = "x";
  EXPECT_EQ(issuesOf(fields).size(), 9u);
  EXPECT_THAT(issuesOf(fields), testing::Contains("custom/T-shirt: too_long"));
}

TEST(MemberValidation, EmailsHaveTheShapeOfOne) {
  HireFields fields = nadia();
  for (const char* bad :
       {"nadia", "@example.org", "nadia@", "a@b@c.org", "a b@c.org", "a@.org", "a@c..org", "a@c."}) {
    fields.personalEmail = bad;
    EXPECT_THAT(issuesOf(fields), testing::ElementsAre("personalEmail: invalid")) << bad;
  }
  fields = nadia();
  fields.managerEmail = "nobody";
  EXPECT_THAT(issuesOf(fields), testing::ElementsAre("managerEmail: invalid"));
}

// The rule equals the plugin's: integration::text::isEmailAddress.
TEST(MemberValidation, EmailsHoldNothingThatIsUnseen) {
  HireFields fields = nadia();
  for (const char* bad :
       {"nad\u200cia@home.example", "nadia@ho\u00adme.example", "nadia@ho?me.example",
        "na\u00a0dia@home.example", "nadia@home\ufffd.example", "nad\u2009ia@home.example"}) {
    fields.personalEmail = bad;
    EXPECT_THAT(issuesOf(fields), testing::ElementsAre("personalEmail: invalid")) << bad;
  }
  for (const char* good : {"nadia@bücher.example", "jürgen@x.example", "root@mailhost"}) {
    fields.personalEmail = good;
    EXPECT_THAT(issuesOf(fields), testing::IsEmpty()) << good;
  }
}

}  // namespace
}  // namespace host_stub
