#include "ashby/answers.hpp"

#include "support/fixtures.hpp"

namespace ashby::test {
namespace {

TEST(Answers, AnApplicationIsReadWithItsHistory) {
  const auto application = fixtureResults<Application>("application_info_response.json");
  EXPECT_EQ(application.id, kFixtureApplication);
  EXPECT_TRUE(application.hired());
  EXPECT_EQ(application.candidate.id, "e048a92d-3f7c-57d0-be2e-628464106c12");
  EXPECT_EQ(application.currentInterviewStage->type, "Hired");
  EXPECT_EQ(application.job->departmentId, "427d3021-91b5-5165-abfb-ec98d988f15d");
  EXPECT_EQ(application.applicationHistory.size(), 3U);
}

TEST(Answers, AListOfApplicationsIsReadWithoutOne) {
  const auto page = fixtureResults<std::vector<Application>>("application_list_last_page.json");
  ASSERT_FALSE(page.empty());
  for (const Application& application : page) EXPECT_TRUE(application.updatedAt.has_value());
}

TEST(Answers, ACandidateIsReadWithEveryContact) {
  const auto candidate = fixtureResults<Candidate>("candidate_info_response.json");
  EXPECT_EQ(candidate.name, "Nadia Okoye");
  EXPECT_EQ(candidate.emailAddresses.size(), 2U);
  EXPECT_EQ(candidate.primaryPhoneNumber->value, "+44 7700 900123");
}

TEST(Answers, OffersAreReadWithTheExactSalary) {
  const auto offers = fixtureResults<std::vector<Offer>>("offer_list_response.json");
  ASSERT_EQ(offers.size(), 2U);
  EXPECT_EQ(offers[0].decidedAt, std::nullopt);
  EXPECT_EQ(offers[1].latestVersion->salary->value->text, "82000");
  EXPECT_EQ(offers[1].latestVersion->startDate, "2027-01-04");
  EXPECT_EQ(fixtureResults<Offer>("offer_info_response.json").acceptanceStatus, "Accepted");
  EXPECT_TRUE(fixtureResults<std::vector<Offer>>("offer_list_empty.json").empty());
}

TEST(Answers, AJobAndItsDepartmentsAreRead) {
  const auto job = fixtureResults<Job>("job_info_response.json");
  const auto team = fixtureResults<Department>("department_info_response_team.json");
  const auto parent = fixtureResults<Department>("department_info_response_parent.json");
  EXPECT_EQ(job.departmentId, team.id);
  EXPECT_EQ(team.parentId, parent.id);
  EXPECT_EQ(parent.parentId, std::nullopt);
}

TEST(Answers, NullOrNothingForAnyOptionalFieldIsTheSame) {
  using integration::fromJsonText;
  const auto absent = fromJsonText<Candidate>(R"({"id":"c"})");
  const auto null = fromJsonText<Candidate>(
      R"({"id":"c","name":null,"profileUrl":null,"primaryEmailAddress":null,"primaryPhoneNumber":null,"emailAddresses":null,"phoneNumbers":null})");
  EXPECT_EQ(integration::toJsonText(absent), integration::toJsonText(null));
  EXPECT_NO_THROW(
      fromJsonText<Offer>(R"({"id":"o","latestVersion":{"salary":{"value":null,"currencyCode":null}}})"));
  EXPECT_NO_THROW(fromJsonText<Application>(
      R"({"id":"a","status":"NewWord","updatedAt":"x","candidate":{"id":"c"},"currentInterviewStage":null,"job":null})"));
}

TEST(Answers, TellTeamsOpeningsAndApprovals) {
  const auto application = fixtureResults<Application>("application_info_response.json");
  ASSERT_EQ(application.openings.size(), 1U);
  EXPECT_EQ(application.openings[0].latestVersion->employmentType, "FullTime");
  EXPECT_EQ(application.openings[0].latestVersion->locationIds.size(), 1U);
  EXPECT_FALSE(fixtureResults<Job>("job_info_response.json").hiringTeam.empty());
  EXPECT_EQ(fixtureResults<Offer>("offer_info_response.json").versions.back().approvalStatus, "Approved");
}

}  // namespace
}  // namespace ashby::test
