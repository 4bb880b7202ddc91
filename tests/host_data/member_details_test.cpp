// Tests the platform's own fields of a member, which go from a hire's draft into the member.
#include "people/member_details.hpp"

#include "host_data/data_fixture.hpp"
#include "host_data/nadia.hpp"
#include "people/member_drafts.hpp"
#include "people/members.hpp"

namespace host_stub {
namespace {

using integration::Code;
using testing::ElementsAre;
using testing::IsEmpty;

MemberDetails all() {
  return {"nadia@acme.example", "A-7", "2027-02-01", "Porto", "PT"};
}

class MemberDetailsTest : public DataTest {
 protected:
  Members people_{*database_};
  MemberDrafts drafts_{*database_};
  const ConnectionKey key_ = connect();

  Member create(const std::string& sourceId, const MemberDetails& details) {
    drafts_.put(key_, sourceId, details);
    people_.create(key_, "ashby", sourceId, nadia(), 1000);
    return people_.findBySource("main", "ashby", sourceId).value();
  }
  std::vector<std::string> refusedAt(const std::string& sourceId, const MemberDetails& details) {
    std::vector<std::string> paths;
    try {
      (void)create(sourceId, details);
    } catch (const integration::Failure& failure) {
      EXPECT_EQ(failure.code(), Code::invalidArgument);
      for (const integration::Issue& issue : failure.error().issues) paths.push_back(issue.path);
    }
    return paths;
  }
};

TEST_F(MemberDetailsTest, OfADraftAreTheMembersAndTheDraftIsGone) {
  EXPECT_EQ(create("app-1", all()).details, all());
  EXPECT_EQ(drafts_.get(key_, "app-1"), MemberDetails{});
  drafts_.put(key_, "app-1", {"late@acme.example", {}, {}, {}, {}});
  people_.create(key_, "ashby", "app-1", nadia(), 2000);
  EXPECT_EQ(people_.findBySource("main", "ashby", "app-1")->details, all());
  EXPECT_EQ(drafts_.get(key_, "app-1"), MemberDetails{});
}

TEST_F(MemberDetailsTest, DraftOutlivesARestartForOneHireAlone) {
  drafts_.put(key_, "app-1", all());
  restart();
  MemberDrafts again(*database_);
  EXPECT_EQ(again.get(key_, "app-1"), all());
  EXPECT_EQ(again.get(key_, "app-2"), MemberDetails{});
  EXPECT_EQ(again.get({"rival", key_.connection}, "app-1"), MemberDetails{});
  EXPECT_EQ(again.get({"main", "another"}, "app-1"), MemberDetails{});
  again.remove(key_, "app-1");
  EXPECT_EQ(again.get(key_, "app-1"), MemberDetails{});
}

TEST_F(MemberDetailsTest, AreUniqueInTheCompanyCaseAndSpacesAside) {
  create("app-1", all());
  EXPECT_THAT(refusedAt("app-2", {"NADIA@acme.example ", " a-7", {}, {}, {}}),
              ElementsAre("workEmail", "employeeNumber"));
  EXPECT_EQ(drafts_.get(key_, "app-2").workEmail, "NADIA@acme.example ");
  EXPECT_EQ(people_.list("main", 10, 0).total, 1);
  const ConnectionKey theirs = connect("rival");
  drafts_.put(theirs, "app-1", all());
  EXPECT_TRUE(people_.create(theirs, "ashby", "app-1", nadia(), 1000).created);
}

TEST_F(MemberDetailsTest, AreUniqueWithoutUnseenSigns) {
  create("app-1", all());
  for (const char* email :
       {"nadia@acme.example\u00a0", "nadia\u200b@acme.example", "\u2009Nadia@acme.example",
        "na\u00addia@acme.example", "nadia@acme.example\u3000"})
    EXPECT_THAT(refusedAt("app-2", {email, {}, {}, {}, {}}), ElementsAre("workEmail")) << email;
}

TEST_F(MemberDetailsTest, HoldNoUnseenSigns) {
  for (const char* bad : {"nadia\u200b@acme.example", "na\u00addia@acme.example", "nadia@ac\ufffdme.example"})
    EXPECT_EQ(checkDetails({bad, {}, {}, {}, {}}).size(), 1u) << bad;
  MemberDetails trimmed;
  setMemberDetail(trimmed, "workEmail", "\u2009nadia@acme.example\u00a0");
  EXPECT_EQ(trimmed.workEmail, "nadia@acme.example");
}

TEST_F(MemberDetailsTest, AreUniqueInTheFileItselfToo) {
  create("app-1", all());
  EXPECT_EQ(codeOf([&] {
              database_->write([&](SqlSession& sql) {
                Member twin{{nadia(), "0", "ashby", "app-2", ""}, all(), {}};
                insertPerson(sql, "main", twin, 1000);
              });
            }),
            Code::internal);
}

TEST_F(MemberDetailsTest, AreNeverTakenFromThePersonalOnes) {
  const Member member = create("app-1", {});
  EXPECT_EQ(member.personalEmail, "nadia.okoye@example.org");
  EXPECT_EQ(member.details, MemberDetails{});
}

TEST_F(MemberDetailsTest, AWorkEmailMakesADuplicateOfWhoGivesItAsTheirs) {
  const std::string id = create("app-1", {"nadia@acme.example", {}, {}, {}, {}}).id;
  integration::HireFields rehired;
  rehired.personalEmail = "Nadia@acme.example";
  const auto found = people_.match("main", "ashby", {"app-2", rehired, {}});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].kind, "same_email");
  EXPECT_EQ(found[0].personId, id);
  EXPECT_THAT(people_.match("main", "ashby", {"app-1", rehired, {}}), IsEmpty());
  EXPECT_THAT(people_.match("rival", "ashby", {"app-2", rehired, {}}), IsEmpty());
}

TEST_F(MemberDetailsTest, GoWithTheirConnection) {
  drafts_.put(key_, "app-1", all());
  Connections connections(*database_);
  ASSERT_TRUE(connections.beginRemoval(key_, Removal::Step::purge, 2000));
  while (connections.eraseSome(connections.removals().at(0))) continue;
  ASSERT_TRUE(database_->emptyLog());
  EXPECT_EQ(folder_.everything().find("nadia@acme.example"), std::string::npos);
  EXPECT_EQ(codeOf([&] { drafts_.put(key_, "app-1", all()); }), Code::permissionDenied);
}

TEST(MemberDetailRules, AreCheckedFieldByField) {
  EXPECT_THAT(checkDetails(all()), IsEmpty());
  EXPECT_THAT(checkDetails({}), IsEmpty());
  const MemberDetails wrong{"nadia", std::string(51, '7'), "2027-02-30", std::string(1001, 'x'), "pt"};
  std::vector<std::string> paths;
  for (const integration::Issue& issue : checkDetails(wrong)) paths.push_back(issue.path);
  EXPECT_THAT(paths,
              ElementsAre("workEmail", "employeeNumber", "roleEffectiveDate", "remoteCity", "remoteCountry"));
  EXPECT_EQ(checkDetails({{}, {}, {}, {}, "PRT"}).size(), 1u);
}

TEST(MemberDetailRules, AreKeptWithoutSpacesAroundThem) {
  MemberDetails details;
  EXPECT_TRUE(setMemberDetail(details, "workEmail", " nadia@acme.example "));
  EXPECT_EQ(details.workEmail, "nadia@acme.example");
  EXPECT_TRUE(setMemberDetail(details, "workEmail", "  "));
  EXPECT_EQ(details, MemberDetails{});
  EXPECT_FALSE(setMemberDetail(details, "jobTitle", "Engineer"));
}

}  // namespace
}  // namespace host_stub
