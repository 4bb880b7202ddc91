// Tests the effects of a hire besides its fields: notices, links to files, checks of edits. situations/ tests
// the fields after a change in Ashby.
#include "hires/records/matching.hpp"
#include "support/connection.hpp"

namespace ashby::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class SourceMerge : public Connected {
 protected:
  std::vector<std::string> told() {
    std::vector<std::string> kinds;
    for (const auto& notice : host.notices.told()) kinds.push_back(notice.kind);
    return kinds;
  }
};

TEST_F(SourceMerge, TellsPeopleOfANewHireOnce) {
  const NewHire hire = import();
  pass(3 * kDay);
  const auto notices = host.notices.told();
  ASSERT_THAT(notices, SizeIs(1));
  EXPECT_EQ(notices[0].kind, "new_hire");
  EXPECT_EQ(notices[0].hireId, hire.id);
  EXPECT_EQ(notices[0].applicationId, hire.source.applicationId);
}

TEST_F(SourceMerge, TellsPeopleThoughTellingFailsAtFirst) {
  host.notices.failNext(Code::unavailable);
  import();
  EXPECT_THAT(told(), IsEmpty());
  pass(2 * kMinute);
  EXPECT_THAT(told(), ElementsAre("new_hire"));
}

TEST_F(SourceMerge, ClockSetBackDelaysNoFailedNotice) {
  host.notices.failNext(Code::unavailable);
  import();
  host.clock.advance(-12 * kHour);
  work();
  EXPECT_THAT(told(), ElementsAre("new_hire"));
}

TEST_F(SourceMerge, NotifiesOfWithdrawalAndDifferingMember) {
  const NewHire hire = import();
  pass(2 * kMinute);
  promote({hire.id, {}, {}});
  ashby.world.recruiting.unhire(hire.source.applicationId, host.clock.now());
  deliver();
  pass(2 * kMinute);
  EXPECT_THAT(told(), ElementsAre("new_hire", "member_differs"));
  pass(3 * kDay);
  EXPECT_THAT(told(), SizeIs(2));
  const NewHire other = import({{"email", "other@home.example"}});
  pass(2 * kMinute);
  ashby.world.recruiting.unhire(other.source.applicationId, host.clock.now());
  deliver();
  pass(2 * kMinute);
  EXPECT_THAT(told(), ElementsAre("new_hire", "member_differs", "new_hire", "withdrawn"));
}

TEST_F(SourceMerge, RefusedKeyAndGivenUpHireAreNotified) {
  ashby.fail("candidate.info", 500);
  hire();
  deliver();
  pass(kDay + 2 * kHour);
  EXPECT_THAT(told(), ElementsAre("import_failed"));
  ashby.recover();
  ashby.world.api.keys.find(ashby.world.api.keys.all().begin()->first)->active = false;
  pass(2 * kHour);
  EXPECT_THAT(told(), testing::Contains("connection_failing"));
}

TEST_F(SourceMerge, ACandidateWhoIsDeletedIsLookedForAtOnce) {
  const NewHire hire = import();
  pass(2 * kMinute);
  const auto reads = ashby.calls("application.info");
  ashby.world.recruiting.deleteCandidate(*hire.source.candidateId, host.clock.now());
  send(R"({"action":"candidateDelete","data":{"candidate":{"id":")" + *hire.source.candidateId + "\"}}}");
  pass(kMinute);
  EXPECT_GT(ashby.calls("application.info"), reads);
  EXPECT_EQ(hireOf(hire.source.applicationId).state, HireState::staged);  // for one day
}

TEST_F(SourceMerge, OfferWithoutWebhookArrivesWithinADay) {
  const NewHire hire = import({{"offer", "pending"}});
  ASSERT_EQ(hire.fields.salaryAmount, std::nullopt);
  pass(kHour);
  ashby.world.recruiting.acceptOffer(ashby.world.records.offersOf(hire.source.applicationId).back(),
                                     host.clock.now());
  pass(kDay + kHour);
  EXPECT_EQ(hireOf(hire.source.applicationId).fields.salaryAmount, "82000");
}

TEST_F(SourceMerge, OfferJustAfterTheHireArrivesInMinutes) {
  const NewHire hire = import({{"offer", "pending"}});
  ashby.world.recruiting.acceptOffer(ashby.world.records.offersOf(hire.source.applicationId).back(),
                                     host.clock.now());
  pass(3 * kMinute);
  EXPECT_EQ(hireOf(hire.source.applicationId).fields.salaryAmount, "82000");
}

TEST_F(SourceMerge, AFileIsLinkedWhenAskedFor) {
  const NewHire hire = import(
      {{"offerFields", {{"fileHandles", {{{"id", "f1"}, {"name", "Letter.pdf"}, {"handle", "h1"}}}}}}});
  ASSERT_THAT(hire.files, SizeIs(1));
  const auto linked = document(hire.id, hire.files[0].id);
  EXPECT_EQ(linked.name, "Letter.pdf");
  EXPECT_THAT(linked.url, testing::StartsWith("http"));
  EXPECT_EQ(codeOf([&] { document(hire.id, "another"); }), Code::notFound);
  EXPECT_EQ(codeOf([&] { document("nobody", "f1"); }), Code::notFound);
  ashby.reachable = false;
  EXPECT_EQ(codeOf([&] { document(hire.id, "f1"); }), Code::unavailable);
}

TEST_F(SourceMerge, EditIsCheckedByFieldAndAtomic) {
  const NewHire hire = import();
  EXPECT_EQ(codeOf([&] { edit({hire.id, {{"shoeSize", "44"}}, {}, {}}); }), Code::invalidArgument);
  EXPECT_EQ(codeOf([&] {
              edit({hire.id, {{"middleName", "Ada"}, {"salaryAmount", "much"}}, {}, {}});
            }),
            Code::invalidArgument);
  EXPECT_EQ(hireOf(hire.source.applicationId).fields.middleName, std::nullopt);
  EXPECT_EQ(codeOf([&] { edit({hire.id, {{"middleName", "Ada"}}, {}, "stale"}); }), Code::aborted);
  edit({hire.id, {{"middleName", " Ada "}}, {}, hire.version});
  EXPECT_EQ(hireOf(hire.source.applicationId).fields.middleName, "Ada");
  promote({hire.id, {}, {}});
  EXPECT_EQ(codeOf([&] { edit({hire.id, {{"middleName", "Eve"}}, {}, {}}); }), Code::failedPrecondition);
  EXPECT_EQ(host.members.people().at(0).middleName, "Ada");
}

TEST_F(SourceMerge, OtherConnectionLearnsOfTheSamePerson) {
  const NewHire hire = import();
  FakeCall call(host, CallKind::query);
  integration::MatchQuery query{hire.source.applicationId, {}, {"NADIA.okoye@example.org"}};
  const auto matches = answerMatch(call, query).data;
  ASSERT_THAT(matches, SizeIs(1));
  EXPECT_EQ(matches[0].kind, "same_application");
  EXPECT_EQ(matches[0].hireId, hire.id);
  query.sourceId = "another-application";
  ASSERT_THAT(answerMatch(call, query).data, SizeIs(1));
  EXPECT_EQ(answerMatch(call, query).data[0].kind, "same_email");
}

TEST_F(SourceMerge, AHireThatLeavesTheNewHiresIsNobodysDuplicate) {
  const NewHire hire = import();
  discard(hire.id, true);
  for (const auto& entry : host.store.entries()) EXPECT_FALSE(entry.key.starts_with("match/")) << entry.key;
}

}  // namespace
}  // namespace ashby::test
