// Tests the promotion of a new hire to a member, whatever answer is lost on the way.
#include "support/connection.hpp"

namespace ashby::test {
namespace {

using integration::PromoteRequest;
using testing::IsEmpty;
using testing::SizeIs;

class Promotion : public Connected {
 protected:
  std::vector<std::string> issuesOf(const PromoteRequest& request) {
    std::vector<std::string> paths;
    try {
      promote(request);
    } catch (const Failure& failure) {
      EXPECT_EQ(failure.code(), Code::invalidArgument);
      for (const auto& issue : failure.error().issues) paths.push_back(issue.path + ":" + issue.code);
    }
    return paths;
  }
  HireState stateOf(const NewHire& hire) { return hireOf(hire.source.applicationId).state; }
};

using testing::ElementsAre;
using testing::UnorderedElementsAre;

TEST_F(Promotion, MakesAMemberOfTheHireUnderItsApplicationId) {
  const NewHire hire = import();
  const auto result = promote({hire.id, {}, {}});
  EXPECT_FALSE(result.alreadyAdded);
  EXPECT_EQ(result.person.sourceId, hire.source.applicationId);
  EXPECT_EQ(result.person.firstName, "Nadia");
  EXPECT_EQ(stateOf(hire), HireState::promoted);
  EXPECT_THAT(hires(), IsEmpty());
  EXPECT_THAT(activityOf("promote", "ok"), SizeIs(1));
}

TEST_F(Promotion, TakesAReviewersEditsOverTheImportedFields) {
  const NewHire hire = import();
  const auto person = promote({hire.id,
                               {{"firstName", "  Nadi "},
                                {"salaryAmount", "90000.50"},
                                {"personalPhoneNumber", std::nullopt},
                                {"middleName", " \t"}},
                               {}})
                          .person;
  EXPECT_EQ(person.firstName, "Nadi");
  EXPECT_EQ(person.salaryAmount, "90000.5");
  EXPECT_EQ(person.personalPhoneNumber, std::nullopt);
  EXPECT_EQ(person.middleName, std::nullopt);
  EXPECT_EQ(hireOf(hire.source.applicationId).fields.firstName, "Nadi");
}

TEST_F(Promotion, NeedsFirstNameLastNameAndJobTitle) {
  const NewHire hire = import();
  EXPECT_THAT(issuesOf({hire.id, {{"firstName", std::nullopt}, {"lastName", " "}, {"jobTitle", ""}}, {}}),
              ElementsAre("firstName:required", "lastName:required", "jobTitle:required"));
  EXPECT_EQ(stateOf(hire), HireState::staged);
  EXPECT_THAT(host.members.people(), IsEmpty());
}

TEST_F(Promotion, MononymNeedsTheReviewersLastName) {
  const NewHire hire = import({{"name", "Ichiro"}});
  EXPECT_THAT(issuesOf({hire.id, {}, {}}), ElementsAre("lastName:required"));
  EXPECT_EQ(promote({hire.id, {{"lastName", "Suzuki"}}, {}}).person.lastName, "Suzuki");
}

TEST_F(Promotion, RefusesAnUnknownFieldAndAMalformedOne) {
  const NewHire hire = import();
  EXPECT_THAT(issuesOf({hire.id, {{"salary", "1"}, {"id", "x"}, {"salaryCurrency", "gbp"}}, {}}),
              UnorderedElementsAre("salary:unknown", "id:unknown", "salaryCurrency:invalid"));
}

TEST_F(Promotion, IsAbortedWhereTheReviewerSawAnOlderVersion) {
  const NewHire seen = import();
  pass(kMinute);
  ashby.world.recruiting.addOfferVersion(*seen.source.offerId, {{"startDate", "2027-02-01"}},
                                         host.clock.now());
  touch(seen.source.applicationId);
  deliver();
  settle();
  EXPECT_EQ(codeOf([&] { promote({seen.id, {}, seen.version}); }), Code::aborted);
  EXPECT_THAT(host.members.people(), IsEmpty());
  EXPECT_FALSE(promote({seen.id, {}, hireOf(seen.source.applicationId).version}).alreadyAdded);
}

TEST_F(Promotion, AgainIsTheSamePersonWhateverVersionIsGiven) {
  const NewHire hire = import();
  const auto first = promote({hire.id, {}, hire.version});
  const auto second = promote({hire.id, {{"firstName", "Another"}}, hire.version});
  EXPECT_TRUE(second.alreadyAdded);
  EXPECT_EQ(second.person.id, first.person.id);
  EXPECT_EQ(second.person.firstName, "Nadia");
  EXPECT_THAT(host.members.people(), SizeIs(1));
}

TEST_F(Promotion, OfWhoIsAMemberAlreadySaysSo) {
  const NewHire hire = import();
  host.members.create(hire.source.applicationId, hire.fields);  // done by another connection of the company
  EXPECT_TRUE(promote({hire.id, {}, {}}).alreadyAdded);
  EXPECT_THAT(host.members.people(), SizeIs(1));
}

TEST_F(Promotion, OfNoSuchHireIsNotFound) {
  EXPECT_EQ(codeOf([&] { promote({"000000000000", {}, {}}); }), Code::notFound);
  EXPECT_EQ(codeOf([&] { promote({"", {}, {}}); }), Code::notFound);
  EXPECT_EQ(codeOf([&] { promote({std::string(500, 'a'), {}, {}}); }), Code::notFound);
}

TEST_F(Promotion, OfADiscardedOrWithdrawnHireIsAConflict) {
  const NewHire hire = import();
  discard(hire.id);
  EXPECT_EQ(codeOf([&] { promote({hire.id, {}, {}}); }), Code::failedPrecondition);
  restore(hire.id);
  pass(4 * kMinute);  // the reads after a restore are over
  ashby.world.recruiting.unhire(hire.source.applicationId, host.clock.now());
  deliver();
  settle();
  EXPECT_EQ(codeOf([&] { promote({hire.id, {}, {}}); }), Code::failedPrecondition);
}

TEST_F(Promotion, LostAnswerIsFinishedByTheWork) {
  const NewHire hire = import();
  host.members.loseNextAnswer();
  EXPECT_EQ(codeOf([&] { promote({hire.id, {{"firstName", "Nadi"}}, {}}); }), Code::unknown);
  EXPECT_TRUE(hireOf(hire.source.applicationId).busy);
  EXPECT_EQ(stateOf(hire), HireState::staged);
  EXPECT_EQ(hireOf(hire.source.applicationId).fields.firstName, "Nadia");
  pass(kMinute);
  EXPECT_EQ(stateOf(hire), HireState::promoted);
  EXPECT_EQ(hireOf(hire.source.applicationId).fields.firstName, "Nadi");
  EXPECT_THAT(host.members.people(), SizeIs(1));
}

TEST_F(Promotion, UnreachedHostIsFinishedByTheWork) {
  const NewHire hire = import();
  host.members.failNext(Code::unavailable);
  EXPECT_EQ(codeOf([&] { promote({hire.id, {{"lastName", "Recorded"}}, {}}); }), Code::unavailable);
  EXPECT_THAT(host.members.people(), IsEmpty());
  pass(kMinute);
  ASSERT_THAT(host.members.people(), SizeIs(1));
  EXPECT_EQ(host.members.people()[0].lastName, "Recorded");
}

TEST_F(Promotion, IsTriedAgainUntilTheHostAnswers) {
  const NewHire hire = import();
  host.members.failNext(Code::unavailable);
  EXPECT_EQ(codeOf([&] { promote({hire.id, {}, {}}); }), Code::unavailable);
  for (int i = 0; i < 5; ++i) {
    host.clock.set(host.store.wakeAt());
    host.members.failNext(Code::unavailable);
    work();
  }
  EXPECT_TRUE(hireOf(hire.source.applicationId).busy);
  pass(kMinute);
  EXPECT_EQ(stateOf(hire), HireState::promoted);
}

TEST_F(Promotion, BySecondReviewerFinishesTheRecordedOne) {
  const NewHire hire = import();
  host.members.failNext(Code::unavailable);
  EXPECT_EQ(codeOf([&] { promote({hire.id, {{"firstName", "First"}}, {}}); }), Code::unavailable);
  const auto second = promote({hire.id, {{"firstName", "Second"}}, hire.version});
  EXPECT_TRUE(second.alreadyAdded);
  EXPECT_EQ(second.person.firstName, "First");
  EXPECT_EQ(stateOf(hire), HireState::promoted);
}

TEST_F(Promotion, RefusedByHostStagesTheHireAgain) {
  const NewHire hire = import();
  host.members.failNext(Code::invalidArgument);
  EXPECT_EQ(codeOf([&] { promote({hire.id, {}, {}}); }), Code::invalidArgument);
  const NewHire again = hireOf(hire.source.applicationId);
  EXPECT_EQ(again.state, HireState::staged);
  EXPECT_FALSE(again.busy);
  EXPECT_THAT(activityOf("promote", "failed"), SizeIs(1));
  pass(kMinute);
  EXPECT_THAT(host.members.people(), IsEmpty());  // no promotion is left to complete
}

TEST_F(Promotion, BlocksDiscardAndRestoreWhileBusy) {
  const NewHire hire = import();
  host.members.failNext(Code::unavailable);
  EXPECT_EQ(codeOf([&] { promote({hire.id, {}, {}}); }), Code::unavailable);
  EXPECT_EQ(codeOf([&] { discard(hire.id); }), Code::failedPrecondition);
  EXPECT_EQ(codeOf([&] { discard(hire.id, true); }), Code::failedPrecondition);
  EXPECT_EQ(codeOf([&] { restore(hire.id); }), Code::failedPrecondition);
}

TEST_F(Promotion, IsFinishedThoughTheConnectionIsDisabled) {
  const NewHire hire = import();
  host.members.loseNextAnswer();
  EXPECT_EQ(codeOf([&] { promote({hire.id, {}, {}}); }), Code::unknown);
  disable();
  pass(kMinute);
  EXPECT_EQ(stateOf(hire), HireState::promoted);
}

TEST_F(Promotion, IsDurableBeforeTheMemberIsMade) {
  const NewHire hire = import();
  host.store.loseNextAnswer();
  EXPECT_EQ(codeOf([&] { promote({hire.id, {}, {}}); }), Code::unknown);
  EXPECT_THAT(host.members.people(), IsEmpty());
  EXPECT_TRUE(hireOf(hire.source.applicationId).busy);
  pass(kMinute);
  EXPECT_EQ(stateOf(hire), HireState::promoted);
}

TEST_F(Promotion, IsFinishedAtOnceDespiteClockSetBack) {
  const NewHire hire = import();
  host.store.loseNextAnswer();
  EXPECT_EQ(codeOf([&] { promote({hire.id, {}, {}}); }), Code::unknown);
  host.clock.advance(-12 * kHour);
  work();
  EXPECT_EQ(stateOf(hire), HireState::promoted);
}

TEST_F(Promotion, RefusalTakesItBackDespiteAClockSetBack) {
  const NewHire hire = import();
  host.members.failNext(Code::unavailable);
  EXPECT_EQ(codeOf([&] { promote({hire.id, {}, {}}); }), Code::unavailable);
  host.clock.advance(-12 * kHour);
  host.members.failNext(Code::invalidArgument);
  work();
  EXPECT_TRUE(hireOf(hire.source.applicationId).busy);
  host.members.failNext(Code::invalidArgument);
  pass(5 * kMinute);
  EXPECT_FALSE(hireOf(hire.source.applicationId).busy);
  EXPECT_EQ(stateOf(hire), HireState::staged);
}

// Two calls may create the member at the same time, and one of them is refused.
TEST_F(Promotion, RefusalWaitsForAnEarlierCallsOutcome) {
  const NewHire hire = import();
  host.members.failNext(Code::unavailable);
  EXPECT_EQ(codeOf([&] { promote({hire.id, {}, {}}); }), Code::unavailable);
  host.members.failNext(Code::invalidArgument);
  EXPECT_EQ(codeOf([&] { promote({hire.id, {}, {}}); }), Code::invalidArgument);
  EXPECT_TRUE(hireOf(hire.source.applicationId).busy);
  EXPECT_EQ(codeOf([&] { discard(hire.id); }), Code::failedPrecondition);
  // The earlier call succeeded after all.
  host.members.create(hire.source.applicationId, hire.fields);
  pass(5 * kMinute);
  EXPECT_EQ(stateOf(hire), HireState::promoted);
}

TEST_F(Promotion, IsTakenBackByARefusalOnceNoOtherCallIsLeft) {
  const NewHire hire = import();
  host.members.failNext(Code::unavailable);
  EXPECT_EQ(codeOf([&] { promote({hire.id, {}, {}}); }), Code::unavailable);
  host.clock.advance(2 * kMinute);
  host.members.failNext(Code::invalidArgument);
  EXPECT_EQ(codeOf([&] { promote({hire.id, {}, {}}); }), Code::invalidArgument);
  EXPECT_FALSE(hireOf(hire.source.applicationId).busy);
  EXPECT_EQ(stateOf(hire), HireState::staged);
}

}  // namespace
}  // namespace ashby::test
