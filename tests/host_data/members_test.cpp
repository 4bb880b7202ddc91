#include "people/members.hpp"
#include "services/members_service.hpp"

#include <atomic>
#include <thread>

#include "host_data/data_fixture.hpp"
#include "host_data/nadia.hpp"
#include "people/company_lists.hpp"

namespace host_stub {
namespace {

using integration::Code;
using integration::Failure;
using integration::HireFields;
using integration::Issue;

class MembersTest : public DataTest {
 protected:
  Members people_{*database_};
  FixedClock clock_;

  MembersService members(const std::string& company = "main") {
    return {people_, clock_, {company, "c1"}, "ashby"};
  }
  std::vector<std::string> kindsOf(const integration::MatchQuery& query,
                                   const std::string& company = "main") {
    std::vector<std::string> kinds;
    for (const auto& found : members(company).match(query)) kinds.push_back(found.kind);
    return kinds;
  }
};

TEST_F(MembersTest, MemberIsKeptWithItsIdAndSource) {
  const auto made = members().create("app-1", nadia());
  EXPECT_TRUE(made.created);
  EXPECT_EQ(made.person.id.size(), 24u);
  EXPECT_EQ(made.person.source, "ashby");
  EXPECT_EQ(made.person.sourceId, "app-1");
  EXPECT_EQ(made.person.createdAt, "2026-11-23T10:00:00.000Z");
  restart();
  Members again(*database_);
  for (const auto& found :
       {again.get("main", made.person.id), again.findBySource("main", "ashby", "app-1")}) {
    ASSERT_TRUE(found);
    EXPECT_EQ(static_cast<const HireFields&>(*found), nadia());
    EXPECT_EQ(found->id, made.person.id);
    EXPECT_EQ(found->createdAt, made.person.createdAt);
  }
}

TEST_F(MembersTest, AMemberIsKeptWithoutUnseenSignsAround) {
  HireFields fields = nadia();
  fields.personalEmail = "\u2009dup@home.example\u3000";
  fields.jobTitle = "\u200bEngineer\u00a0";
  fields.custom["Shirt"] = "M\u2028";
  const auto made = members().create("app-1", fields);
  EXPECT_EQ(made.person.personalEmail, "dup@home.example");
  EXPECT_EQ(made.person.jobTitle, "Engineer");
  EXPECT_EQ(made.person.custom.at("Shirt"), "M");
  integration::MatchQuery query;
  query.emails = {"d\u200cup@home.example"};
  EXPECT_THAT(kindsOf(query), testing::ElementsAre("same_email"));
}

TEST_F(MembersTest, CreatingAgainReturnsTheMemberUnchanged) {
  const auto made = members().create("app-1", nadia());
  const auto again = members().create("app-1", HireFields{});
  EXPECT_FALSE(again.created);
  EXPECT_EQ(again.person.id, made.person.id);
  EXPECT_EQ(static_cast<const HireFields&>(again.person), nadia());
}

TEST_F(MembersTest, EightAtOnceCreateOneMember) {
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

TEST_F(MembersTest, InvalidMemberIsRefusedWithEveryIssue) {
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

TEST_F(MembersTest, AnotherCompanysPeopleAreInvisible) {
  const auto made = members().create("app-1", nadia());
  EXPECT_EQ(people_.get("rival", made.person.id), std::nullopt);
  EXPECT_EQ(members("rival").get("app-1"), std::nullopt);
  EXPECT_EQ(people_.list("rival", 10, 0).total, 0);
  EXPECT_THAT(kindsOf({"app-2", nadia(), {}}, "rival"), testing::IsEmpty());
  EXPECT_TRUE(members("rival").create("app-1", nadia()).created);
  EXPECT_EQ(people_.list("main", 10, 0).total, 1);
}

TEST_F(MembersTest, ListIsInOrderAddedCutByLimitAndSkip) {
  std::vector<std::string> ids;
  for (int i = 0; i < 5; ++i) ids.push_back(members().create("app-" + std::to_string(i), nadia()).person.id);
  const MemberPage page = people_.list("main", 2, 1);
  EXPECT_EQ(page.total, 5);
  ASSERT_EQ(page.data.size(), 2u);
  EXPECT_EQ(page.data[0].id, ids[1]);
  EXPECT_EQ(page.data[1].id, ids[2]);
  EXPECT_TRUE(people_.list("main", 2, 9).data.empty());
}

// ---- Possible duplicates

TEST_F(MembersTest, TheHiresOwnMemberIsNoDuplicate) {
  members().create("app-1", nadia());
  EXPECT_THAT(kindsOf({"app-1", nadia(), {}}), testing::IsEmpty());
  EXPECT_THAT(kindsOf({"app-2", nadia(), {}}),
              testing::ElementsAre("same_email", "same_name_and_start", "same_phone"));
}

TEST_F(MembersTest, AnyEmailMatchesInAnyCase) {
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

TEST_F(MembersTest, NamesMatchTogetherWithTheStartDateOnly) {
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

TEST_F(MembersTest, NamesMatchByTheirFoldedWords) {
  members().create("app-1", nadia());
  const auto kinds = [&](const char* first, const char* last) {
    HireFields other;
    other.firstName = first;
    other.lastName = last;
    other.employmentStartDate = nadia().employmentStartDate;
    return kindsOf({"app-2", other, {}});
  };
  const auto isSame = testing::ElementsAre("same_name_and_start");
  EXPECT_THAT(kinds("Nádia", "Okoyé"), isSame);
  EXPECT_THAT(kinds("NADIA", "O’Koye"), isSame);
  EXPECT_THAT(kinds("Na\u0301dia", "Okoye"), isSame);
  EXPECT_THAT(kinds("Ｎａｄｉａ", "Okoye."), isSame);
  EXPECT_THAT(kinds("Na\u00addia", "Okoye"), isSame);
  EXPECT_THAT(kinds("Nadja", "Okoye"), testing::IsEmpty());
  EXPECT_THAT(kinds("Nadia", "O Koye"), testing::IsEmpty());
  EXPECT_THAT(kinds("Nadia", "\u200b"), testing::IsEmpty());
}

TEST_F(MembersTest, PhonesMatchByTheirDigits) {
  members().create("app-1", nadia());
  HireFields other;
  other.personalPhoneNumber = "+44 7700 900-123";
  EXPECT_THAT(kindsOf({"app-2", other, {}}), testing::ElementsAre("same_phone"));
  other.personalPhoneNumber = "123";
  EXPECT_THAT(kindsOf({"app-2", other, {}}), testing::IsEmpty());
}

// ---- The company's own lists

TEST_F(MembersTest, AFieldSaysWhatTheCompanysListHasWhereItHasOne) {
  Lists lists(*database_);
  HireFields fields = nadia();
  fields.placeOfWork = "London";
  fields.contractType = "Permanent";
  fields.custom["T-shirt"] = "L";
  lists.put("main", "departments", {"Design"});
  lists.put("main", "placesOfWork", {"Paris"});
  lists.put("main", "contractTypes", {"Fixed term"});
  lists.put("main", "customFields", {"Desk"});
  try {
    members().create("app-1", fields);
    ADD_FAILURE();
  } catch (const Failure& failure) {
    std::vector<std::string> paths;
    for (const Issue& issue : failure.error().issues) paths.push_back(issue.path);
    EXPECT_THAT(paths, testing::ElementsAre("department", "placeOfWork", "contractType", "custom/T-shirt"));
  }
  EXPECT_TRUE(members("rival").create("app-1", fields).created);

  lists.put("main", "departments", {"Engineering"});
  lists.put("main", "placesOfWork", {});
  fields.contractType.reset();
  fields.custom["T-shirt"].reset();
  EXPECT_TRUE(members().create("app-1", fields).created);
}

}  // namespace
}  // namespace host_stub
