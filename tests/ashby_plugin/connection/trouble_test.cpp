// Tests an Ashby that is slow, away or refuses: which work waits, and for how long.
#include "support/connection.hpp"

namespace ashby::test {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

class AshbyTrouble : public Connected {};

TEST_F(AshbyTrouble, NothingIsAskedBeforeRetryAfter) {
  const std::string id = hire();
  deliver();
  ashby.fail("", 429, {}, 1, 40);
  settle();
  const auto calls = ashby.calls();
  pass(39 * kSecond);
  EXPECT_EQ(ashby.calls(), calls);
  pass(kSecond);
  EXPECT_EQ(hireOf(id).state, HireState::staged);
}

TEST_F(AshbyTrouble, ADeliveryDuringThePauseIsTakenAndWaitsToo) {
  hire();
  deliver();
  ashby.fail("", 429, {}, 1, 40);
  settle();
  const auto calls = ashby.calls();
  hire({{"name", "Omar Reyes"}});
  deliver();
  pass(30 * kSecond);
  EXPECT_EQ(ashby.calls(), calls);
  pass(kMinute);
  EXPECT_THAT(hires(), SizeIs(2));
}

TEST_F(AshbyTrouble, ThePauseHoldsForAnotherHostToo) {
  hire();
  deliver();
  ashby.fail("", 429, {}, 1, 40);
  settle();
  AshbySession fresh;
  FakeCall call(host, CallKind::runWork);
  const auto calls = ashby.calls();
  EXPECT_EQ(runDueWork(call, fresh).nextAt, host.clock.now() + 40 * kSecond);
  EXPECT_EQ(ashby.calls(), calls);
}

TEST_F(AshbyTrouble, APauseThatAClockSetBackLeftFarAheadIsIgnored) {
  hire();
  deliver();
  ashby.fail("", 429, {}, 1, 40);
  settle();
  configure(R"({"importFrom":"2026-01-01"})");
  host.clock.advance(-30 * kDay);
  const std::string id = hire({{"name", "Omar Reyes"}});
  deliver();
  work();
  EXPECT_EQ(hireOf(id).state, HireState::staged);
}

TEST_F(AshbyTrouble, ClockSetBackDelaysNothing) {
  // Ashby's clock is right; the host's is a day ahead from the beginning.
  host.clock.advance(kDay);
  const std::string known = ashby.world.newHires.add(Json::object(), host.clock.now() - kDay)
                                .at("applicationId")
                                .get<std::string>();
  deliver();
  settle();
  host.clock.advance(-kDay + kMinute);
  ashby.world.recruiting.unhire(known, host.clock.now());
  deliver();
  pass(2 * kMinute);
  EXPECT_EQ(hireOf(known).state, HireState::withdrawn);

  const std::string untold = hireUnseen();
  pass(16 * kMinute);
  EXPECT_EQ(hireOf(untold).state, HireState::staged);
}

TEST_F(AshbyTrouble, ClockSetBackDelaysNoRetry) {
  const std::string id = hire();
  ashby.fail("application.info", 500, id);
  deliver();
  pass(30 * kMinute);
  ASSERT_EQ(why(id).state, "retrying");
  ashby.recover();
  host.clock.advance(-12 * kHour);
  work();
  EXPECT_EQ(hireOf(id).state, HireState::staged);
}

TEST_F(AshbyTrouble, OneHireThatFailsDelaysNoOther) {
  const std::string bad = hire({{"name", "Bad Luck"}});
  ashby.fail("application.info", 500, bad);
  deliver();
  settle();
  std::vector<std::string> others;
  for (int i = 0; i < 40; ++i) others.push_back(hire({{"name", "Person " + std::to_string(i)}}));
  deliver();
  settle();
  EXPECT_THAT(hires(), SizeIs(40));
  EXPECT_EQ(why(bad).state, "retrying");
  ashby.recover();
  pass(kMinute);
  EXPECT_EQ(hireOf(bad).state, HireState::staged);
}

TEST_F(AshbyTrouble, UnansweredHireDelaysOthersByOneCall) {
  const std::string stuck = hire({{"name", "Bad Luck"}});
  ashby.hang("application.info", stuck);
  deliver();
  for (int i = 0; i < 40; ++i) hire({{"name", "Person " + std::to_string(i)}});
  deliver();
  pass(10 * kSecond);
  EXPECT_THAT(hires(), SizeIs(40));
  EXPECT_EQ(why(stuck).state, "retrying");
  EXPECT_EQ(status().state, ConnectionState::active);
  ashby.recover();
  pass(kMinute);
  EXPECT_EQ(hireOf(stuck).state, HireState::staged);
}

TEST_F(AshbyTrouble, SlowHireDelaysOthersByTwoCalls) {
  const std::string stuck = hire({{"name", "Bad Luck"}});
  ashby.slow("application.info", stuck, 8700);  // leaves no time for anything else in a run
  deliver();
  for (int i = 0; i < 40; ++i) hire({{"name", "Person " + std::to_string(i)}});
  deliver();
  pass(20 * kSecond);
  EXPECT_THAT(hires(), SizeIs(40));
  EXPECT_EQ(why(stuck).state, "retrying");
  EXPECT_EQ(status().state, ConnectionState::active);
  for (int i = 0; i < 40; ++i) hire({{"name", "Another " + std::to_string(i)}});
  deliver();
  pass(40 * kSecond);
  EXPECT_THAT(hires(), SizeIs(80));
  ashby.recover();
  pass(kMinute);
  EXPECT_EQ(hireOf(stuck).state, HireState::staged);
}

TEST_F(AshbyTrouble, HireTooSlowForADayIsReported) {
  const std::string id = hire();
  ashby.slow("application.info", id, 8700);
  deliver();
  pass(kMinute);
  EXPECT_THAT(why(id).reason, testing::HasSubstr("took too long"));
  pass(25 * kHour);
  EXPECT_EQ(status().state, ConnectionState::failing);
  EXPECT_THAT(status().health, testing::HasSubstr("could not be imported for a day"));
  ashby.recover();
  pass(kHour + kHour / 2);
  EXPECT_THAT(hires(), SizeIs(1));
}

TEST_F(AshbyTrouble, SilentAshbyCountsAsAway) {
  for (int i = 0; i < 12; ++i) hire({{"name", "Person " + std::to_string(i)}});
  ashby.hang("");
  deliver();
  pass(16 * kMinute);
  EXPECT_EQ(status().state, ConnectionState::failing);
  EXPECT_THAT(status().health, testing::HasSubstr("did not answer"));
  ashby.recover();
  pass(2 * kMinute);
  EXPECT_THAT(hires(), SizeIs(12));
}

TEST_F(AshbyTrouble, FewFailingHiresDelayOthersOnlyBriefly) {
  for (int i = 0; i < 6; ++i)
    ashby.fail("application.info", 500, hire({{"name", "Bad " + std::to_string(i)}}));
  hire({{"name", "Good Luck"}});
  deliver();
  pass(30 * kSecond);
  EXPECT_THAT(hires(), SizeIs(1));
}

TEST_F(AshbyTrouble, HireIsRetriedSoonThenEveryThirtySeconds) {
  const std::string id = hire();
  deliver();
  ashby.fail("application.info", 500, id);
  settle();
  pass(2 * kSecond);
  EXPECT_GE(ashby.calls("application.info"), 2U);
  pass(10 * kMinute);
  const auto calls = ashby.calls("application.info");
  pass(30 * kMinute);
  EXPECT_NEAR(static_cast<double>(ashby.calls("application.info") - calls), 60, 3);
  pass(kDay);
  const auto later = ashby.calls("application.info");
  pass(kDay);
  EXPECT_LE(ashby.calls("application.info") - later, 26U);
  EXPECT_GE(ashby.calls("application.info") - later, 22U);
}

TEST_F(AshbyTrouble, TheFailuresOfOneHireShareALineOfTheActivity) {
  const std::string id = hire();
  deliver();
  ashby.fail("application.info", 500, id, 3);
  pass(kMinute);
  const auto lines = activityOf("import", "ok");
  ASSERT_THAT(lines, SizeIs(1));
  EXPECT_EQ(lines[0].attempts, 4U);
  EXPECT_EQ(lines[0].applicationId, id);
  EXPECT_THAT(activityOf("import", "retrying"), IsEmpty());
}

TEST_F(AshbyTrouble, ARetryByHandTriesAtOnce) {
  const std::string id = hire();
  deliver();
  ashby.fail("application.info", 500, id);
  pass(kDay + 2 * kHour);
  const auto lines = activityOf("import", "failed");
  ASSERT_THAT(lines, SizeIs(1));
  ashby.recover();
  retry(lines[0].id);
  settle();
  EXPECT_EQ(hireOf(id).state, HireState::staged);
  EXPECT_EQ(codeOf([&] { retry(lines[0].id); }), Code::failedPrecondition);
  EXPECT_EQ(codeOf([&] { retry("no such line"); }), Code::notFound);
}

TEST_F(AshbyTrouble, EveryWayToGetNoAnswerIsTriedAgain) {
  for (const char* kind : {"html", "halfBody", "hang", "drop"}) {
    const std::string id = hire({{"name", std::string("After ") + kind}});
    deliver();
    ashby.fault(kind, "", 2);
    pass(kMinute);
    EXPECT_EQ(hireOf(id).state, HireState::staged) << kind;
  }
}

TEST_F(AshbyTrouble, AnAwayAshbyIsNotAskedForEachHireInTurn) {
  for (int i = 0; i < 30; ++i) hire({{"name", "Person " + std::to_string(i)}});
  deliver();
  ashby.reachable = false;
  const auto calls = ashby.calls();
  work();
  EXPECT_LE(ashby.calls() - calls, 5U);  // the calls that are in flight together
  ashby.reachable = true;
  pass(kMinute);
  EXPECT_THAT(hires(), SizeIs(30));
}

TEST_F(AshbyTrouble, AJobOrDepartmentThatIsHiddenKeepsNobodyAway) {
  ashby.answerNext("job.info", 200, R"({"success":false,"errors":["job_not_found"]})");
  ashby.answerNext("department.info", 200, R"({"success":false,"errors":["department_not_found"]})");
  const NewHire hire = import();
  EXPECT_EQ(hire.fields.jobTitle, "Backend Engineer");
  EXPECT_EQ(hire.fields.department, std::nullopt);
}

TEST_F(AshbyTrouble, DepartmentsThatAreEachOthersParentComeToAnEnd) {
  for (int i = 0; i < 20; ++i)
    ashby.answerNext("department.info", 200,
                     R"({"success":true,"results":{"id":"d","name":"Loop","parentId":"d"}})");
  EXPECT_EQ(import().fields.department, "Loop");
}

TEST_F(AshbyTrouble, IsPacedByWhatAshbySaysIsLeft) {
  ashby.world.api.rateLimiter.limit = 30;
  for (int i = 0; i < 12; ++i) hire({{"name", "Person " + std::to_string(i)}});
  deliver();
  pass(5 * kMinute);
  EXPECT_THAT(hires(), SizeIs(12));
  for (const auto& call : ashby.world.api.calls()) EXPECT_NE(call.status, 429) << call.endpoint;
}

}  // namespace
}  // namespace ashby::test
