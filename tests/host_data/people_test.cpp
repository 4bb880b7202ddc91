#include "data/people.hpp"

#include <atomic>
#include <thread>

#include "data/person_rules.hpp"
#include "host_data/data_fixture.hpp"

namespace host_stub {
namespace {

using integration::Code;
using integration::Failure;
using integration::HireFields;
using integration::Issue;

class FixedClock : public integration::Clock {
 public:
  std::int64_t now() override { return 1795428000000; }
};

HireFields nadia() {
  return {.firstName = "Nadia",
          .middleName = std::nullopt,
          .lastName = "Okoye",
          .personalEmail = "nadia.okoye@example.org",
          .personalPhoneNumber = "+447700900123",
          .jobTitle = "Backend Engineer",
          .department = "Engineering",
          .employmentStartDate = "2027-01-04",
          .salaryAmount = "82000",
          .salaryCurrency = "GBP"};
}

// "path: code" of each issue.
std::vector<std::string> issuesOf(const HireFields& fields) {
  std::vector<std::string> issues;
  for (const Issue& issue : checkMember(fields)) issues.push_back(issue.path + ": " + issue.code);
  return issues;
}

class PeopleTest : public DataTest {
 protected:
  People people_{*database_};
  FixedClock clock_;

  PeopleMembers members(const std::string& company = "main") { return {people_, clock_, company, "ashby"}; }
  std::vector<std::string> kindsOf(const integration::MatchQuery& query,
                                   const std::string& company = "main") {
    std::vector<std::string> kinds;
    for (const auto& found : members(company).match(query)) kinds.push_back(found.kind);
    return kinds;
  }
};

TEST_F(PeopleTest, AMemberIsKeptAsGivenWithAnIdAndWhereItComesFrom) {
  const auto made = members().create("app-1", nadia());
  EXPECT_TRUE(made.created);
  EXPECT_EQ(made.person.id.size(), 24u);
  EXPECT_EQ(made.person.source, "ashby");
  EXPECT_EQ(made.person.sourceId, "app-1");
  EXPECT_EQ(made.person.createdAt, "2026-11-23T10:00:00.000Z");
  restart();
  People again(*database_);
  for (const auto& found :
       {again.get("main", made.person.id), again.findBySource("main", "ashby", "app-1")}) {
    ASSERT_TRUE(found);
    EXPECT_EQ(static_cast<const HireFields&>(*found), nadia());
    EXPECT_EQ(found->id, made.person.id);
    EXPECT_EQ(found->createdAt, made.person.createdAt);
  }
}

TEST_F(PeopleTest, CreatingAgainGivesTheSamePersonUnchangedWhateverTheFieldsSay) {
  const auto made = members().create("app-1", nadia());
  const auto again = members().create("app-1", HireFields{});
  EXPECT_FALSE(again.created);
  EXPECT_EQ(again.person.id, made.person.id);
  EXPECT_EQ(static_cast<const HireFields&>(again.person), nadia());
}

TEST_F(PeopleTest, OfEightWhoCreateTheSameMemberAtOnceOneDoesAndAllGetTheSamePerson) {
  std::atomic<int> created = 0;
  std::vector<std::string> ids(8);
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < ids.size(); ++i)
    threads.emplace_back([&, i] {
      const auto made = members().create("app-1", nadia());
      ids[i] = made.person.id;
      if (made.created) ++created;
    });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(created, 1);
  EXPECT_THAT(ids, testing::Each(ids.front()));
  EXPECT_EQ(people_.list("main", 10, 0).total, 1);
}

TEST_F(PeopleTest, ARefusedMemberIsNotCreatedAndEveryIssueIsNamed) {
  try {
    members().create("app-1", HireFields{});
    ADD_FAILURE();
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.code(), Code::invalidArgument);
    EXPECT_EQ(failure.error().issues.size(), 3u);
  }
  EXPECT_EQ(members().get("app-1"), std::nullopt);
  EXPECT_EQ(codeOf([&] { members().create("", nadia()); }), Code::invalidArgument);
}

TEST_F(PeopleTest, AnotherCompanysPeopleAreInvisible) {
  const auto made = members().create("app-1", nadia());
  EXPECT_EQ(people_.get("rival", made.person.id), std::nullopt);
  EXPECT_EQ(members("rival").get("app-1"), std::nullopt);
  EXPECT_EQ(people_.list("rival", 10, 0).total, 0);
  EXPECT_THAT(kindsOf({"app-2", nadia(), {}}, "rival"), testing::IsEmpty());
  EXPECT_TRUE(members("rival").create("app-1", nadia()).created);
  EXPECT_EQ(people_.list("main", 10, 0).total, 1);
}

TEST_F(PeopleTest, TheListIsInTheOrderOfAddingAndCutByLimitAndSkip) {
  std::vector<std::string> ids;
  for (int i = 0; i < 5; ++i) ids.push_back(members().create("app-" + std::to_string(i), nadia()).person.id);
  const PeoplePage page = people_.list("main", 2, 1);
  EXPECT_EQ(page.total, 5);
  ASSERT_EQ(page.data.size(), 2u);
  EXPECT_EQ(page.data[0].id, ids[1]);
  EXPECT_EQ(page.data[1].id, ids[2]);
  EXPECT_TRUE(people_.list("main", 2, 9).data.empty());
}

// ---- Possible duplicates

TEST_F(PeopleTest, TheHiresOwnMemberIsNoDuplicate) {
  members().create("app-1", nadia());
  EXPECT_THAT(kindsOf({"app-1", nadia(), {}}), testing::IsEmpty());
  EXPECT_THAT(kindsOf({"app-2", nadia(), {}}),
              testing::ElementsAre("same_email", "same_name_and_start", "same_phone"));
}

TEST_F(PeopleTest, EmailsMatchWhateverTheirCaseAndWhicheverOfThemItIs) {
  const auto made = members().create("app-1", nadia());
  HireFields other;
  other.personalEmail = "  NADIA.Okoye@Example.org ";
  const auto found = members().match({"app-2", other, {}});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].kind, "same_email");
  EXPECT_EQ(found[0].personId, made.person.id);
  EXPECT_NE(found[0].message, "");
  EXPECT_THAT(kindsOf({"app-2", {}, {"x@example.org", "Nadia.Okoye@example.org"}}),
              testing::ElementsAre("same_email"));
  EXPECT_THAT(kindsOf({"app-2", other, {"nadia.okoye@example.org"}}), testing::ElementsAre("same_email"));
  EXPECT_THAT(kindsOf({"app-2", {}, {"nadia.okoye+x@example.org", ""}}), testing::IsEmpty());
}

TEST_F(PeopleTest, NamesMatchTogetherWithTheStartDateOnly) {
  members().create("app-1", nadia());
  HireFields other;
  other.firstName = " nadia ";
  other.lastName = "OKOYE";
  EXPECT_THAT(kindsOf({"app-2", other, {}}), testing::IsEmpty());
  other.employmentStartDate = "2027-01-05";
  EXPECT_THAT(kindsOf({"app-2", other, {}}), testing::IsEmpty());
  other.employmentStartDate = "2027-01-04";
  EXPECT_THAT(kindsOf({"app-2", other, {}}), testing::ElementsAre("same_name_and_start"));
}

TEST_F(PeopleTest, PhonesMatchByTheirDigits) {
  members().create("app-1", nadia());
  HireFields other;
  other.personalPhoneNumber = "+44 7700 900-123";
  EXPECT_THAT(kindsOf({"app-2", other, {}}), testing::ElementsAre("same_phone"));
  other.personalPhoneNumber = "123";
  EXPECT_THAT(kindsOf({"app-2", other, {}}), testing::IsEmpty());
}

// ---- What a member must have

TEST(MemberRules, AWholeMemberAndABareOneAreFine) {
  EXPECT_THAT(issuesOf(nadia()), testing::IsEmpty());
  HireFields bare;
  bare.firstName = "山田";
  bare.lastName = "O'Malley-Muñoz";
  bare.jobTitle = "x";
  EXPECT_THAT(issuesOf(bare), testing::IsEmpty());
}

TEST(MemberRules, NamesAndJobTitleAreRequiredAndBlanksAreNone) {
  HireFields fields;
  fields.lastName = "  ";
  EXPECT_THAT(issuesOf(fields),
              testing::ElementsAre("firstName: required", "lastName: required", "jobTitle: required"));
}

TEST(MemberRules, EveryIssueIsNamedAtOnce) {
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

TEST(MemberRules, DatesAreDaysOfTheCalendar) {
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

TEST(MemberRules, AmountsArePlainDecimals) {
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

TEST(MemberRules, AmountAndCurrencyComeTogether) {
  HireFields fields = nadia();
  fields.salaryCurrency.reset();
  EXPECT_THAT(issuesOf(fields), testing::ElementsAre("salaryCurrency: required"));
  fields = nadia();
  fields.salaryAmount.reset();
  EXPECT_THAT(issuesOf(fields), testing::ElementsAre("salaryAmount: required"));
}

TEST(MemberRules, EmailsHaveTheShapeOfOne) {
  HireFields fields = nadia();
  for (const char* bad :
       {"nadia", "@example.org", "nadia@", "a@b@c.org", "a b@c.org", "a@.org", "a@c..org", "a@c."}) {
    fields.personalEmail = bad;
    EXPECT_THAT(issuesOf(fields), testing::ElementsAre("personalEmail: invalid")) << bad;
  }
}

}  // namespace
}  // namespace host_stub
