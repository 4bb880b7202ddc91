// Tests the import, from a delivery to a new hire: its content, and that nothing is staged twice.
#include "support/connection.hpp"
#include "support/fixtures.hpp"

namespace ashby::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class Import : public Connected {};

TEST_F(Import, BringsTheHireWithItsFields) {
  const NewHire hire = import({{"team", "Platform"}});
  EXPECT_EQ(hire.state, HireState::staged);
  EXPECT_FALSE(hire.busy);
  EXPECT_EQ(hire.fields.firstName, "Nadia");
  EXPECT_EQ(hire.fields.lastName, "Okoye");
  EXPECT_EQ(hire.fields.personalEmail, "nadia.okoye@example.org");
  EXPECT_EQ(hire.fields.personalPhoneNumber, "+447700900123");
  EXPECT_EQ(hire.fields.jobTitle, "Backend Engineer");
  EXPECT_EQ(hire.fields.department, "Engineering");
  EXPECT_EQ(hire.fields.employmentStartDate, "2027-01-04");
  EXPECT_EQ(hire.fields.salaryAmount, "82000");
  EXPECT_EQ(hire.fields.salaryCurrency, "GBP");
  EXPECT_THAT(hire.issues, IsEmpty());
  EXPECT_EQ(hire.importedAt, integration::formatTime(host.clock.now()));
  EXPECT_EQ(hire.updatedAt, hire.importedAt);
}

TEST_F(Import, SiblingsOfOneHireAreOneRead) {
  hire();
  EXPECT_THAT(deliver(), SizeIs(testing::Ge(2U)));
  settle();
  EXPECT_THAT(hires(), SizeIs(1));
  EXPECT_EQ(ashby.calls("application.info"), 1U);
  EXPECT_THAT(activityOf("import", "ok"), SizeIs(1));
}

TEST_F(Import, OfTheSameDeliveriesAgainChangesNothing) {
  hire();
  const auto bodies = deliver();
  settle();
  const NewHire before = hires().at(0);
  for (int day = 0; day < 3; ++day) {
    for (const std::string& body : bodies) EXPECT_EQ(send(body), 200);
    pass(kDay);
  }
  ASSERT_THAT(hires(), SizeIs(1));
  EXPECT_EQ(hires()[0].id, before.id);
  EXPECT_EQ(hires()[0].version, before.version);
}

TEST_F(Import, ReplayedBodiesCauseOneReadAMinute) {
  hire();
  const auto bodies = deliver();
  settle();
  for (int second = 0; second < 60; ++second) {
    for (const std::string& body : bodies) send(body);
    pass(kSecond);
  }
  EXPECT_LE(ashby.calls("application.info"), 2U);
}

TEST_F(Import, RedeliveryAfterPromoteBringsNothingBack) {
  const std::string id = hire();
  const auto bodies = deliver();
  settle();
  promote({hireOf(id).id, {}, {}});
  for (const std::string& body : bodies) EXPECT_EQ(send(body), 200);
  pass(2 * kMinute);
  EXPECT_THAT(hires(), IsEmpty());
  EXPECT_THAT(hireOf(id).changes, IsEmpty());
  touch(id);
  deliver();
  pass(kHour);
  EXPECT_EQ(hireOf(id).state, HireState::promoted);
  EXPECT_THAT(host.members.people(), SizeIs(1));
}

TEST_F(Import, RedeliveryAfterDiscardWritesNothing) {
  const std::string id = hire();
  const auto bodies = deliver();
  settle();
  discard(hireOf(id).id);
  const auto before = dump();
  for (const std::string& body : bodies) EXPECT_EQ(send(body), 200);
  EXPECT_EQ(dump(), before);
  touch(id);
  deliver();
  pass(kHour);
  EXPECT_EQ(hireOf(id).state, HireState::discarded);
  EXPECT_THAT(hires(), IsEmpty());
}

TEST_F(Import, FollowsWhatChangesInAshby) {
  const NewHire before = import();
  pass(kMinute);
  ashby.world.recruiting.addOfferVersion(*before.source.offerId, {{"startDate", "2027-02-01"}},
                                         host.clock.now());
  touch(before.source.applicationId);
  deliver();
  settle();
  const NewHire after = hireOf(before.source.applicationId);
  EXPECT_EQ(after.id, before.id);
  EXPECT_EQ(after.fields.employmentStartDate, "2027-02-01");
  EXPECT_NE(after.version, before.version);
  EXPECT_GT(after.updatedAt, before.updatedAt);
  EXPECT_EQ(after.importedAt, before.importedAt);
}

TEST_F(Import, FollowsAnOfferThatIsToldOfAlone) {
  const NewHire before = import();
  pass(kMinute);
  ashby.world.recruiting.addOfferVersion(*before.source.offerId, {{"startDate", "2027-02-01"}},
                                         host.clock.now());
  send(R"({"action":"offerUpdate","data":{"offer":{"id":"o","applicationId":")" +
       before.source.applicationId + "\"}}}");
  settle();
  EXPECT_EQ(hireOf(before.source.applicationId).fields.employmentStartDate, "2027-02-01");
}

TEST_F(Import, WithdrawsUnhiredAndStagesRehired) {
  const NewHire hired = import();
  const std::string id = hired.source.applicationId;
  pass(2 * kMinute);
  ashby.world.recruiting.unhire(id, host.clock.now());
  deliver();
  settle();
  EXPECT_EQ(hireOf(id).state, HireState::withdrawn);
  EXPECT_EQ(why(id).state, "withdrawn");

  pass(2 * kMinute);
  ashby.world.recruiting.hire(id, host.clock.now());
  deliver();
  settle();
  EXPECT_EQ(hireOf(id).state, HireState::staged);
  EXPECT_EQ(hireOf(id).id, hired.id);
  EXPECT_THAT(hires(HireState::withdrawn), IsEmpty());
}

TEST_F(Import, ReadsAgainIfAnswerIsOlderThanWebhook) {
  const std::string id = hire({{"hire", false}, {"offer", "pending"}});
  deliver();
  pass(kMinute);
  ashby.world.recruiting.hire(id, host.clock.now());
  deliver();
  ashby.fault("staleRead", "application.info", 1);
  settle();
  EXPECT_THAT(hires(), IsEmpty());
  EXPECT_THAT(activityOf("import", "retrying"), SizeIs(1));
  pass(2 * kSecond);
  EXPECT_EQ(hireOf(id).state, HireState::staged);
  EXPECT_THAT(activityOf("import", "retrying"), IsEmpty());  // the same line, with the outcome ok now
  EXPECT_THAT(activityOf("connection", "failed"), IsEmpty());
}

TEST_F(Import, LetsNoOlderSnapshotOverwriteANewerOne) {
  const NewHire hired = import();
  pass(kMinute);
  touch(hired.source.applicationId);
  deliver();
  settle();
  pass(2 * kMinute);
  ashby.fault("staleRead", "application.info", 1);
  send(R"({"action":"offerUpdate","data":{"offer":{"applicationId":")" + hired.source.applicationId +
       "\"}}}");
  settle();
  EXPECT_THAT(activityOf("import", "retrying"), SizeIs(1));
  pass(kMinute);
  EXPECT_THAT(activityOf("import", "retrying"), IsEmpty());
  EXPECT_EQ(hireOf(hired.source.applicationId).state, HireState::staged);
}

TEST_F(Import, LetsNoOlderSnapshotInAfterOneWithoutATime) {
  const NewHire hired = import();
  const std::string offerUpdate =
      R"({"action":"offerUpdate","data":{"offer":{"applicationId":")" + hired.source.applicationId + "\"}}}";
  const auto upTo = [&] {
    return decode<ApplicationRecord>(host.store.get(keys::application(hired.source.applicationId)))
        ->updatedAt;
  };
  pass(kMinute);
  touch(hired.source.applicationId);
  deliver();
  settle();
  const std::string known = upTo();
  EXPECT_FALSE(known.empty());
  for (const char* time : {"7", "null", R"("")", R"("yesterday")", R"({"at":"2026-11-30"})"}) {
    pass(2 * kMinute);
    ashby.world.api.faults.add(
        {.kind = "odd",
         .endpoint = "application.info",
         .remaining = 1,
         .patch = R"([{"op":"replace","path":"/updatedAt","value":)" + std::string(time) + "}]"});
    send(offerUpdate);
    settle();
    EXPECT_THAT(activityOf("import", "retrying"), IsEmpty()) << time;
    EXPECT_EQ(upTo(), known) << time;
    pass(2 * kMinute);
    ashby.fault("staleRead", "application.info", 1);
    send(offerUpdate);
    settle();
    EXPECT_THAT(activityOf("import", "retrying"), SizeIs(1)) << time;
    pass(kMinute);
  }
}

TEST_F(Import, OfAHireWithoutAnOfferSaysWhatIsMissing) {
  const NewHire hire = import({{"offer", "none"}});
  EXPECT_EQ(hire.fields.employmentStartDate, std::nullopt);
  EXPECT_THAT(hire.issues, SizeIs(3));
}

TEST_F(Import, KeepsTheHireWhenCandidatesAreMerged) {
  const NewHire hired = import();
  const std::string survivor =
      ashby.world.recruiting.addCandidate({{"name", "Nadia Okoye"}}, host.clock.now());
  ashby.world.recruiting.mergeCandidates(survivor, *hired.source.candidateId, host.clock.now());
  pass(kMinute);
  touch(hired.source.applicationId);
  deliver();
  settle();
  ASSERT_THAT(hires(), SizeIs(1));
  EXPECT_EQ(hires()[0].id, hired.id);
  EXPECT_EQ(hires()[0].source.candidateId, survivor);
}

TEST_F(Import, OfAConfidentialJobSaysWhatToDoWhileItIsTried) {
  const std::string id = hire({{"confidential", true}});
  deliver();
  settle();
  EXPECT_EQ(why(id).state, "retrying");
  EXPECT_THAT(why(id).reason, testing::HasSubstr("allow access to confidential jobs"));
}

// Ashby sends no webhook for a candidate's edit, and the application's updatedAt doesn't move.
TEST_F(Import, ReadsAStagedHireAgainEveryDay) {
  const NewHire hired = import();
  ashby.world.recruiting.editCandidate(*hired.source.candidateId, {{"name", "Nadia Reyes"}},
                                       host.clock.now());
  pass(23 * kHour);
  EXPECT_EQ(hireOf(hired.source.applicationId).fields.lastName, "Okoye");
  pass(2 * kHour);
  EXPECT_EQ(hireOf(hired.source.applicationId).fields.lastName, "Reyes");
}

}  // namespace
}  // namespace ashby::test
