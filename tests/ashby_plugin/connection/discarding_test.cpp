// Tests "Delete this new hire": it leaves a tombstone, and some ways lead back.
#include "support/connection.hpp"

namespace ashby::test {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

class Discarding : public Connected {
 protected:
  NewHire now(const NewHire& hire) { return hireOf(hire.source.applicationId); }
};

TEST_F(Discarding, TakesTheHireOffTheListAndMayBeRepeated) {
  const NewHire hire = import();
  for (int i = 0; i < 3; ++i) discard(hire.id);
  EXPECT_EQ(now(hire).state, HireState::discarded);
  EXPECT_THAT(hires(), IsEmpty());
  EXPECT_THAT(activityOf("discard", "ok"), SizeIs(1));
  EXPECT_EQ(why(hire.source.applicationId).state, "discarded");
}

TEST_F(Discarding, OfNoSuchHireIsNotFound) {
  EXPECT_EQ(codeOf([&] { discard("0123"); }), Code::notFound);
  EXPECT_EQ(codeOf([&] { restore("0123"); }), Code::notFound);
}

TEST_F(Discarding, OfAPromotedHireIsAConflict) {
  const NewHire hire = import();
  promote({hire.id, {}, {}});
  EXPECT_EQ(codeOf([&] { discard(hire.id); }), Code::failedPrecondition);
  EXPECT_EQ(codeOf([&] { restore(hire.id); }), Code::failedPrecondition);
}

TEST_F(Discarding, IsNotUndoneByAComparisonOfEverything) {
  const NewHire hire = import();
  discard(hire.id);
  ashby.world.api.pager.expireSyncTokens();
  sync();
  pass(kHour);
  EXPECT_EQ(now(hire).state, HireState::discarded);
}

TEST_F(Discarding, IsNotUndoneByARetryByHand) {
  const NewHire hire = import();
  pass(kMinute);
  touch(hire.source.applicationId);
  deliver();
  ashby.fail("application.info", 500, {}, 1);
  settle();
  const std::string line = activityOf("import", "retrying").at(0).id;
  discard(hire.id);
  retry(line);
  settle();
  EXPECT_EQ(now(hire).state, HireState::discarded);
}

TEST_F(Discarding, ErasedLeavesIdsAndTimesOnly) {
  const NewHire hire = import();
  discard(hire.id, true);
  for (const char* personal : {"Nadia", "Okoye", "example.org", "7700", "82000", "Backend"})
    EXPECT_THAT(dump(), Not(HasSubstr(personal)));
  const NewHire bare = now(hire);
  EXPECT_EQ(bare.id, hire.id);
  EXPECT_EQ(bare.fields, integration::HireFields{});
  EXPECT_EQ(bare.importedAt, hire.importedAt);
  EXPECT_EQ(bare.updatedAt, integration::formatTime(host.clock.now()));
}

TEST_F(Discarding, MayEraseLaterAndAgain) {
  const NewHire hire = import();
  discard(hire.id);
  EXPECT_THAT(dump(), HasSubstr("Okoye"));
  discard(hire.id, true);
  discard(hire.id, true);
  discard(hire.id);
  EXPECT_THAT(dump(), Not(HasSubstr("Okoye")));
}

class Restoring : public Discarding {};

TEST_F(Restoring, BringsTheHireBackAndReadsItAgain) {
  const NewHire hire = import();
  discard(hire.id);
  ashby.world.recruiting.addOfferVersion(*hire.source.offerId, {{"startDate", "2027-05-01"}},
                                         host.clock.now());
  pass(kDay);
  restore(hire.id);
  EXPECT_EQ(now(hire).state, HireState::staged);
  settle();
  EXPECT_EQ(now(hire).id, hire.id);
  EXPECT_EQ(now(hire).fields.employmentStartDate, "2027-05-01");
}

TEST_F(Restoring, MayBeRepeatedAndLeavesAStagedHireAsItIs) {
  const NewHire hire = import();
  restore(hire.id);
  EXPECT_EQ(now(hire).version, hire.version);
  discard(hire.id);
  restore(hire.id);
  restore(hire.id);
  settle();
  EXPECT_EQ(now(hire).state, HireState::staged);
  EXPECT_THAT(activityOf("restore", "ok"), SizeIs(1));
}

TEST_F(Restoring, OfAnErasedHireReadsAshbyAgain) {
  const NewHire hire = import();
  discard(hire.id, true);
  pass(kMinute);
  restore(hire.id);
  settle();
  EXPECT_EQ(now(hire).state, HireState::staged);
  EXPECT_EQ(now(hire).id, hire.id);
  EXPECT_EQ(now(hire).fields, hire.fields);
}

TEST_F(Restoring, OfAnErasedHireThatIsDeletedAgainStaysDeleted) {
  const NewHire hire = import();
  discard(hire.id, true);
  restore(hire.id);
  EXPECT_EQ(now(hire).state, HireState::staged);
  discard(hire.id);
  pass(kHour);
  EXPECT_EQ(now(hire).state, HireState::discarded);
}

TEST_F(Restoring, ErasedHireWithAshbyUnreachableDoesNothing) {
  const NewHire hire = import();
  discard(hire.id, true);
  const auto before = dump();
  ashby.reachable = false;
  EXPECT_EQ(codeOf([&] { restore(hire.id); }), Code::unavailable);
  EXPECT_EQ(dump(), before);
  ashby.reachable = true;
  restore(hire.id);
  EXPECT_EQ(now(hire).state, HireState::staged);
}

TEST_F(Restoring, AnErasedHireWhoLeftKeepsTheTombstone) {
  const NewHire hire = import();
  discard(hire.id, true);
  pass(2 * kMinute);
  ashby.world.recruiting.unhire(hire.source.applicationId, host.clock.now());
  deliver();
  EXPECT_EQ(codeOf([&] { restore(hire.id); }), Code::failedPrecondition);
  settle();
  EXPECT_EQ(now(hire).state, HireState::discarded);
  EXPECT_EQ(why(hire.source.applicationId).state, "discarded");
  pass(2 * kMinute);
  ashby.world.recruiting.hire(hire.source.applicationId, host.clock.now());
  deliver();
  pass(kHour);
  EXPECT_EQ(now(hire).state, HireState::discarded);
}

TEST_F(Restoring, OfAWithdrawnHireIsAConflict) {
  const NewHire hire = import();
  pass(2 * kMinute);
  ashby.world.recruiting.unhire(hire.source.applicationId, host.clock.now());
  deliver();
  settle();
  EXPECT_EQ(codeOf([&] { restore(hire.id); }), Code::failedPrecondition);
}

// Ashby's reads may lag behind its writes. No snapshot shows that this read does.
TEST_F(Restoring, OfAHireIsFollowedByAnotherLookAMinuteLater) {
  const NewHire hired = import();
  discard(hired.id);
  const std::string id = hired.source.applicationId;
  ashby.world.recruiting.unhire(id, host.clock.now());
  host.clock.advance(10);
  ashby.world.recruiting.hire(id, host.clock.now());
  deliver();
  ashby.fault("staleRead", "application.info", 1);
  restore(hired.id);
  pass(5 * kMinute);
  EXPECT_EQ(hireOf(id).state, HireState::staged);
}

}  // namespace
}  // namespace ashby::test
