#include "ashby/mapping/hire_mapping.hpp"
#include "fields/member_validation.hpp"

#include "integration/time.hpp"
#include "support/fixtures.hpp"

namespace ashby::test {
namespace {

MappedHire mapped(const HireFacts& facts) {
  return mapHire(facts, {}, {});
}

HireFacts fixtureFacts() {
  return {fixtureResults<Application>("application_info_response.json"),
          fixtureResults<Candidate>("candidate_info_response.json"),
          fixtureResults<std::vector<Offer>>("offer_list_response.json"),
          fixtureResults<Job>("job_info_response.json"),
          {fixtureResults<Department>("department_info_response_team.json"),
           fixtureResults<Department>("department_info_response_parent.json")},
          std::nullopt};
}

Salary salary(Text currency, std::optional<std::string> value) {
  return {std::move(currency), value ? std::optional(integration::ExactNumber{*value}) : std::nullopt};
}

std::vector<std::string> paths(const std::vector<integration::Issue>& issues) {
  std::vector<std::string> all;
  for (const auto& issue : issues) all.push_back(issue.path + ":" + issue.code);
  return all;
}

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(Mapping, TheFixtureHireHasAllEightThingsOfTheHelpPage) {
  const MappedHire hire = mapped(fixtureFacts());
  EXPECT_EQ(hire.fields.firstName, "Nadia");
  EXPECT_EQ(hire.fields.middleName, std::nullopt);
  EXPECT_EQ(hire.fields.lastName, "Okoye");
  EXPECT_EQ(hire.fields.personalEmail, "nadia.okoye@example.org");
  EXPECT_EQ(hire.fields.personalPhoneNumber, "+447700900123");
  EXPECT_EQ(hire.fields.jobTitle, "Backend Engineer");
  EXPECT_EQ(hire.fields.department, "Engineering");  // not the team "Platform"
  EXPECT_EQ(hire.fields.employmentStartDate, "2027-01-04");
  EXPECT_EQ(hire.fields.salaryAmount, "82000");
  EXPECT_EQ(hire.fields.salaryCurrency, "GBP");
  EXPECT_THAT(hire.issues, IsEmpty());
}

TEST(Mapping, TellsWhereTheHireComesFrom) {
  const integration::HireSource source = mapped(fixtureFacts()).source;
  EXPECT_EQ(source.system, "ashby");
  EXPECT_EQ(source.applicationId, kFixtureApplication);
  EXPECT_EQ(source.candidateId, "e048a92d-3f7c-57d0-be2e-628464106c12");
  EXPECT_EQ(source.offerId, "9e4b79d3-d1d2-552a-936f-44552c20e8b9");
  EXPECT_EQ(source.name, "Nadia Okoye");
  EXPECT_TRUE(source.profileUrl->starts_with("https://app.ashbyhq.com/"));
}

TEST(Mapping, WithoutAnOfferLeavesItsFieldsOpenAndSaysSo) {
  HireFacts facts = fixtureFacts();
  facts.offers.clear();
  EXPECT_THAT(paths(mapped(facts).issues),
              ElementsAre("employmentStartDate:missing", "salaryAmount:missing", "salaryCurrency:missing"));
  EXPECT_EQ(mapped(facts).fields.employmentStartDate, std::nullopt);
}

TEST(Mapping, DoesNotTrustAnOfferThatIsNotAccepted) {
  HireFacts facts = fixtureFacts();
  facts.offers.pop_back();
  EXPECT_EQ(mapped(facts).fields.salaryAmount, std::nullopt);
  EXPECT_EQ(mapped(facts).source.offerId, std::nullopt);
}

TEST(Mapping, KeepsTheSalaryExact) {
  HireFacts facts = fixtureFacts();
  for (const auto& [number, plain] : std::vector<std::pair<std::string, std::string>>{
           {"91500.50", "91500.5"},
           {"1e5", "100000"},
           {"0", "0"},
           {"12345678901234567890.01", "12345678901234567890.01"}}) {
    facts.offers[1].latestVersion->salary = salary("GBP", number);
    EXPECT_EQ(mapped(facts).fields.salaryAmount, plain);
  }
}

TEST(Mapping, FlagsHalfASalary) {
  HireFacts facts = fixtureFacts();
  facts.offers[1].latestVersion->salary = salary({}, "82000");
  EXPECT_THAT(paths(mapped(facts).issues), ElementsAre("salaryCurrency:missing"));
  facts.offers[1].latestVersion->salary = salary("GBP", {});
  EXPECT_THAT(paths(mapped(facts).issues), ElementsAre("salaryAmount:missing"));
  facts.offers[1].latestVersion->salary = salary("pounds", "1e999");
  EXPECT_THAT(paths(mapped(facts).issues), ElementsAre("salaryAmount:invalid", "salaryCurrency:invalid"));
}

TEST(Mapping, TakesStartDateAsWrittenInAnyZone) {
  HireFacts facts = fixtureFacts();
  for (const char* written : {"2027-01-04", "2027-01-04T00:00:00.000Z", "2027-01-04T23:30:00-11:00"}) {
    facts.offers[1].latestVersion->startDate = written;
    EXPECT_EQ(mapped(facts).fields.employmentStartDate, "2027-01-04") << written;
  }
  for (const char* wrong : {"2027-02-30", "04/01/2027", "2027-1-4", "soon"}) {
    facts.offers[1].latestVersion->startDate = wrong;
    EXPECT_EQ(mapped(facts).fields.employmentStartDate, std::nullopt) << wrong;
    EXPECT_THAT(paths(mapped(facts).issues), Contains("employmentStartDate:invalid")) << wrong;
  }
}

TEST(Mapping, OfAHiddenJobTakesTheTitleFromTheApplication) {
  HireFacts facts = fixtureFacts();
  facts.job.reset();
  facts.departments.clear();
  EXPECT_EQ(mapped(facts).fields.jobTitle, "Backend Engineer");
  EXPECT_THAT(paths(mapped(facts).issues), ElementsAre("department:missing", "managerName:missing"));
}

TEST(HireMoment, IsTheEntryIntoTheHiredStage) {
  const HireFacts facts = fixtureFacts();
  EXPECT_EQ(hireMoment(facts.application, facts.offers), integration::parseTime("2026-11-18T15:42:07.201Z"));
}

TEST(HireMoment, OfSomeoneHiredTwiceIsTheLaterOne) {
  HireFacts facts = fixtureFacts();
  StageVisit again = facts.application.applicationHistory.back();
  again.enteredStageAt = "2026-11-20T09:00:00.000Z";
  facts.application.applicationHistory.insert(facts.application.applicationHistory.begin(), again);
  EXPECT_EQ(hireMoment(facts.application, facts.offers), integration::parseTime("2026-11-20T09:00:00.000Z"));
}

TEST(HireMoment, WithoutAHistoryIsTheDecisionOnTheOffer) {
  HireFacts facts = fixtureFacts();
  facts.application.applicationHistory.clear();
  EXPECT_EQ(hireMoment(facts.application, facts.offers), integration::parseTime("2026-11-18T15:40:51.772Z"));
  facts.offers[1].decidedAt = "no time";
  EXPECT_EQ(hireMoment(facts.application, facts.offers), std::nullopt);
}

TEST(HireMoment, WithoutAHistoryOrOfferIsUnknown) {
  HireFacts facts = fixtureFacts();
  facts.application.applicationHistory.clear();
  facts.offers[1].decidedAt.reset();
  EXPECT_EQ(hireMoment(facts.application, facts.offers), std::nullopt);
  EXPECT_EQ(hiredAtTheLatest(facts.application, facts.offers),
            integration::parseTime("2026-11-18T15:42:07.318Z"));
  EXPECT_THAT(paths(mapped(facts).issues), ElementsAre(":uncertain"));
  facts.application.updatedAt = "no time";
  EXPECT_EQ(hiredAtTheLatest(facts.application, {}), std::nullopt);
}

TEST(MemberIssues, NameTheThreeRequiredFields) {
  EXPECT_THAT(paths(memberIssues({})),
              ElementsAre("firstName:required", "lastName:required", "jobTitle:required"));
  integration::HireFields blanks;
  blanks.firstName = blanks.lastName = blanks.jobTitle = " \t";
  EXPECT_EQ(memberIssues(blanks).size(), 3U);
  EXPECT_THAT(memberIssues(mapped(fixtureFacts()).fields), IsEmpty());
}

TEST(MemberIssues, NameWhatIsMalformed) {
  integration::HireFields fields = mapped(fixtureFacts()).fields;
  fields.employmentStartDate = "2027-02-30";
  fields.salaryAmount = "82,000";
  fields.salaryCurrency = "gbp";
  EXPECT_THAT(paths(memberIssues(fields)),
              ElementsAre("employmentStartDate:invalid", "salaryAmount:invalid", "salaryCurrency:invalid"));
}

}  // namespace
}  // namespace ashby::test
