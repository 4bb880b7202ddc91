// Tests manager, place of work and contract type when several levels and openings give different values.
#include "ashby/mapping/hire_mapping.hpp"
#include "ashby/mapping/opening_choice.hpp"
#include "ashby/mapping/same_word.hpp"
#include "integration/json.hpp"
#include "json/tolerant_reader.hpp"
#include "support/fixtures.hpp"

namespace ashby::test {
namespace {

using testing::Contains;
using testing::HasSubstr;

HireFacts plainFacts() {
  HireFacts facts;
  facts.application.id = "a";
  facts.application.status = "Hired";
  facts.application.candidate = {"c", "Nadia Okoye"};
  facts.application.job = JobStub{"j", "Engineer", {}, "london"};
  facts.job = Job{"j", "Engineer", {}, "london", "FullTime", {}, {}};
  return facts;
}

TeamMember person(const char* firstName, const char* role) {
  return {firstName, "Ostrow", std::string(firstName) + "@acme.example", role};
}

Opening opening(const char* id, std::vector<std::string> places, Text type) {
  return {id, OpeningVersion{std::move(type), std::move(places), {}}};
}

Offer offerOf(Text openingId) {
  OfferVersion version;
  version.openingId = std::move(openingId);
  return {"o", "Accepted", {}, "2026-11-20T00:00:00.000Z", version};
}

std::vector<std::string> issuesAt(const MappedHire& hire, const std::string& path) {
  std::vector<std::string> codes;
  for (const auto& issue : hire.issues)
    if (issue.path == path) codes.push_back(issue.code);
  return codes;
}

Text managerOf(const HireFacts& facts) {
  return mapHire(facts, {}, {}).fields.managerEmail;
}

TEST(Manager, IsOfTheClosestLevelThatNamesOne) {
  HireFacts facts = plainFacts();
  facts.application.openings = {opening("o-1", {}, {})};
  facts.application.openings[0].latestVersion->hiringTeam = {person("Otto", "Hiring Manager")};
  EXPECT_EQ(managerOf(facts), "Otto@acme.example");
  facts.job->hiringTeam = {person("Jana", "Hiring Manager")};
  EXPECT_EQ(managerOf(facts), "Jana@acme.example");
  facts.application.hiringTeam = {person("Rita", "Recruiter")};
  EXPECT_EQ(managerOf(facts), "Jana@acme.example");
  facts.application.hiringTeam.push_back(person("Ada", "Hiring Manager"));
  EXPECT_EQ(managerOf(facts), "Ada@acme.example");
}

TEST(Manager, WhoIsNamedNowhereIsNoted) {
  EXPECT_THAT(issuesAt(mapHire(plainFacts(), {}, {}), "managerName"), Contains("missing"));
}

TEST(Manager, OfTwoInOneTeamIsFlaggedWithTheOther) {
  HireFacts facts = plainFacts();
  facts.application.hiringTeam = {person("Ada", "Hiring Manager"), person("Omar", "hiring manager")};
  const MappedHire hire = mapHire(facts, {}, {});
  EXPECT_EQ(hire.fields.managerEmail, "Ada@acme.example");
  ASSERT_THAT(issuesAt(hire, "managerName"), Contains("uncertain"));
  const auto told = std::ranges::find(hire.issues, "managerName", &integration::Issue::path);
  EXPECT_THAT(told->message, HasSubstr("Omar Ostrow"));
}

TEST(Manager, WhoIsNamedTwiceIsOnePerson) {
  HireFacts facts = plainFacts();
  facts.application.hiringTeam = {person("Ada", "Hiring Manager"), person("Ada", "Hiring  Manager")};
  EXPECT_THAT(issuesAt(mapHire(facts, {}, {}), "managerName"), testing::IsEmpty());
}

TEST(Manager, IsFoundWhateverBlanksTheRoleHas) {
  for (const char* role : {"Hiring Manager ", " Hiring Manager", "Hiring  Manager", "HIRING MANAGER",
                           "Hiring\tManager", "Hiring\u00a0Manager", "Hiring\u200b Manager\n"}) {
    HireFacts facts = plainFacts();
    facts.application.hiringTeam = {person("Ada", role)};
    EXPECT_EQ(managerOf(facts), "Ada@acme.example") << role;
  }
  EXPECT_FALSE(isSameWord("Hiring Manager", "HiringManager"));
  EXPECT_FALSE(isSameWord("", "Hiring Manager"));
  EXPECT_TRUE(isSameWord("Straße", "STRASSE"));
}

TEST(Workplace, IsThatOfTheOpeningTheOfferNames) {
  HireFacts facts = plainFacts();
  facts.application.openings = {opening("o-1", {"paris"}, "FullTime"),
                                opening("o-2", {"berlin"}, "PartTime")};
  facts.offers = {offerOf("o-2")};
  EXPECT_EQ(workplaceOf(facts).locationId, "berlin");
  const MappedHire hire = mapHire(facts, {}, {});
  EXPECT_EQ(hire.fields.contractType, "Part time");
  EXPECT_THAT(issuesAt(hire, "contractType"), Contains("uncertain"));
  EXPECT_THAT(issuesAt(hire, "placeOfWork"), Contains("uncertain"));
}

TEST(Workplace, IsThatOfTheOnlyOpening) {
  HireFacts facts = plainFacts();
  facts.application.openings = {opening("o-1", {"berlin"}, {})};
  EXPECT_EQ(workplaceOf(facts).locationId, "berlin");
  EXPECT_EQ(mapHire(facts, {}, {}).fields.contractType, "Full time");
}

TEST(Workplace, IsTheJobsWhereOpeningsAreMissing) {
  const MappedHire hire = mapHire(plainFacts(), {}, {});
  EXPECT_EQ(workplaceOf(plainFacts()).locationId, "london");
  EXPECT_EQ(hire.fields.contractType, "Full time");
  EXPECT_THAT(issuesAt(hire, "placeOfWork"), testing::IsEmpty());
}

TEST(Workplace, OfDifferingOpeningsIsTheJobsAndFlagged) {
  HireFacts facts = plainFacts();
  facts.application.openings = {opening("o-1", {"paris"}, "FullTime"),
                                opening("o-2", {"berlin"}, "FullTime")};
  EXPECT_EQ(workplaceOf(facts).locationId, "london");
  EXPECT_THAT(issuesAt(mapHire(facts, {}, {}), "placeOfWork"), Contains("uncertain"));
}

TEST(Workplace, OfSeveralOpeningsThatAgreeNeedsNoFlag) {
  HireFacts facts = plainFacts();
  facts.application.openings = {opening("o-1", {"london"}, "FullTime"),
                                opening("o-2", {"london"}, "FullTime")};
  EXPECT_THAT(issuesAt(mapHire(facts, {}, {}), "placeOfWork"), testing::IsEmpty());
}

TEST(Workplace, OfAnOpeningWithSeveralPlacesIsFlagged) {
  HireFacts facts = plainFacts();
  facts.application.openings = {opening("o-1", {"berlin", "london"}, "FullTime")};
  EXPECT_EQ(workplaceOf(facts).locationId, "london");
  EXPECT_THAT(issuesAt(mapHire(facts, {}, {}), "placeOfWork"), Contains("uncertain"));
}

TEST(Workplace, OfAnOfferThatNamesAnotherOpeningIsFlagged) {
  HireFacts facts = plainFacts();
  facts.application.openings = {opening("o-1", {"london"}, "FullTime")};
  facts.offers = {offerOf("o-9")};
  EXPECT_THAT(issuesAt(mapHire(facts, {}, {}), "placeOfWork"), Contains("uncertain"));
}

}  // namespace
}  // namespace ashby::test
