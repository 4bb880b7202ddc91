// Tests that events are neither lost nor overwritten while run_work reads Ashby.
#include "hires/records/inbox.hpp"
#include "support/connection.hpp"

namespace ashby::test {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

class Race : public Connected {};

TEST_F(Race, NewerDeliveryDuringAReadRepeatsIt) {
  const std::string id = hire();
  deliver();
  ashby.during("application.info", [&] {
    host.clock.advance(10);
    touch(id);
    deliver();
  });
  settle();
  EXPECT_EQ(ashby.calls("application.info"), 2U);
  EXPECT_THAT(hires(), SizeIs(1));
}

TEST_F(Race, UnhireDuringFirstReadIsNotLost) {
  const std::string id = hire();
  deliver();
  ashby.during("job.info", [&] {
    host.clock.advance(10);
    ashby.world.recruiting.unhire(id, host.clock.now());
    deliver();
  });
  settle();
  EXPECT_THAT(hires(), IsEmpty());
  EXPECT_EQ(why(id).state, "ignored");
}

TEST_F(Race, OfferChangedDuringReadIsReadWithinAMinute) {
  const NewHire hired = import();
  pass(kMinute);
  touch(hired.source.applicationId);
  deliver();
  ashby.during("offer.list", [&] {
    ashby.world.recruiting.addOfferVersion(*hired.source.offerId, {{"startDate", "2027-03-01"}},
                                           host.clock.now());
    send(R"({"action":"offerUpdate","data":{"offer":{"applicationId":")" + hired.source.applicationId +
         "\"}}}");
  });
  pass(kMinute);
  EXPECT_EQ(hireOf(hired.source.applicationId).fields.employmentStartDate, "2027-03-01");
}

TEST_F(Race, SiblingDuringReadDoesNotDelayTheHire) {
  hire();
  const auto bodies = deliver();
  ashby.during("job.info", [&] { send(bodies.back()); });
  settle();
  EXPECT_THAT(hires(), SizeIs(1));
  EXPECT_EQ(ashby.calls("application.info"), 1U);
}

TEST_F(Race, ReplaysCostAtMostOneReadAMinute) {
  hire();
  const auto bodies = deliver();
  for (int i = 0; i < 100; ++i) ashby.during("application.info", [&] { send(bodies.back()); });
  pass(5 * kMinute);
  EXPECT_LE(ashby.calls("application.info"), 6U);
  EXPECT_THAT(hires(), SizeIs(1));
}

TEST_F(Race, ADiscardWhileTheHireIsReadAgainWins) {
  const NewHire hired = import();
  pass(kMinute);
  touch(hired.source.applicationId);
  deliver();
  ashby.during("job.info", [&] { discard(hired.id); });
  pass(kHour);
  EXPECT_EQ(hireOf(hired.source.applicationId).state, HireState::discarded);
}

TEST_F(Race, APromoteWhileTheHireIsReadAgainWins) {
  const NewHire hired = import();
  pass(kMinute);
  touch(hired.source.applicationId);
  deliver();
  ashby.during("job.info", [&] { promote({hired.id, {}, {}}); });
  pass(kHour);
  EXPECT_EQ(hireOf(hired.source.applicationId).state, HireState::promoted);
  EXPECT_THAT(hires(), IsEmpty());
}

TEST_F(Race, APromotionThatIsUnfinishedKeepsTheImportAway) {
  const NewHire hired = import();
  host.members.failNext(Code::unavailable);
  EXPECT_EQ(codeOf([&] { promote({hired.id, {}, {}}); }), Code::unavailable);
  pass(kMinute);
  EXPECT_EQ(hireOf(hired.source.applicationId).state, HireState::promoted);

  const NewHire other = import({{"name", "Omar Reyes"}, {"email", "omar@example.org"}});
  host.members.failNext(Code::unavailable);
  EXPECT_EQ(codeOf([&] { promote({other.id, {}, {}}); }), Code::unavailable);
  host.clock.advance(kSecond);
  ashby.world.recruiting.unhire(other.source.applicationId, host.clock.now());
  deliver();
  work();
  EXPECT_TRUE(hireOf(other.source.applicationId).busy);
}

TEST_F(Race, ANewKeyWhileTheOldOneIsRefusedIsNotForgotten) {
  const std::string id = hire();
  deliver();
  host.secrets.set("apiKey", {AshbyScript::kOldKey});
  ashby.during("application.info", [&] { giveKey(); });
  pass(0);
  EXPECT_EQ(hireOf(id).state, HireState::staged);
  EXPECT_NE(status().state, ConnectionState::failing);
}

TEST_F(Race, ASyncAskedForWhileAPageIsReadIsDone) {
  pass(kMinute);
  sync();
  const auto compared = ashby.calls("application.list");
  ashby.during("application.list", [&] { sync(); });
  settle();
  EXPECT_GE(ashby.calls("application.list"), compared + 2);
}

TEST_F(Race, RestoreTakenBackDuringAReadStaysGone) {
  const NewHire hired = import();
  discard(hired.id, true);
  pass(kMinute);
  restore(hired.id);
  ashby.during("job.info", [&] { discard(hired.id); });
  pass(kHour);
  EXPECT_EQ(hireOf(hired.source.applicationId).state, HireState::discarded);
}

// Earlier failures don't count: the plugin believes an old answer only after many reads returned old answers.
TEST_F(Race, HardReadHireIsSafeFromATrailingRead) {
  const std::string id = hire();
  ashby.fail("application.info", 500, id, 12);
  deliver();
  pass(3 * kMinute);
  host.clock.advance(10);
  ashby.world.recruiting.unhire(id, host.clock.now());
  ashby.world.recruiting.hire(id, host.clock.now());
  deliver();
  ashby.fault("staleRead", "application.info", 2);
  pass(5 * kMinute);
  EXPECT_THAT(hires(), SizeIs(1));
}

// The reconciliation saw a change that the next read doesn't show yet.
TEST_F(Race, UnhireListedBeforeReadShowsItIsNotLost) {
  pass(kMinute);
  const std::string id = hire();
  const auto bodies = deliver();
  ashby.fail("application.info", 500, id, 1);
  work();
  ashby.world.outbox.muted = true;
  host.clock.advance(10);
  ashby.world.recruiting.unhire(id, host.clock.now());
  ashby.world.outbox.muted = false;
  sync();
  work();
  ashby.fault("staleRead", "application.info", 1);
  pass(kHour);
  EXPECT_THAT(hires(), IsEmpty());
  EXPECT_EQ(why(id).state, "ignored");
}

// A restore leaves such an item if it read the tombstone just before another restore brought the hire back.
TEST_F(Race, ADeletionTakesBackARestoreThatStillWaits) {
  const NewHire hired = import();
  const std::string& id = hired.source.applicationId;
  integration::Commit late;
  enqueue(late, host.store.get(keys::inbox(id)), {id, "", host.clock.now() + kSecond, false, true},
          host.clock.now());
  ASSERT_TRUE(host.store.commit(late).ok());
  discard(hired.id);
  pass(kHour);
  EXPECT_EQ(hireOf(id).state, HireState::discarded);
}

}  // namespace
}  // namespace ashby::test
