// Tests run_work: its order, its time slices, and its next due time.
#include "support/connection.hpp"

namespace ashby::test {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

class Work : public Connected {
 protected:
  void hireMany(int count) {
    for (int i = 0; i < count; ++i) hire({{"name", "Person " + std::to_string(i)}});
    deliver();
  }
  std::vector<std::string> endpointsFrom(std::size_t first) {
    std::vector<std::string> names;
    const auto requests = host.http.requests();
    for (std::size_t i = first; i < requests.size(); ++i) names.push_back(requests[i].url.substr(24));
    return names;
  }
};

TEST_F(Work, WithNothingDueAsksNothingAndNamesTheNextTime) {
  const auto calls = ashby.calls();
  const auto result = work();
  EXPECT_EQ(ashby.calls(), calls);
  EXPECT_FALSE(result.more);
  EXPECT_EQ(result.nextAt, host.clock.now() + 15 * kMinute);
}

TEST_F(Work, ReturnsAfterThirtyTwoUnitsAndSaysThereIsMore) {
  hireMany(40);
  EXPECT_TRUE(work().more);
  EXPECT_THAT(hires(), SizeIs(32));
  EXPECT_FALSE(work().more);
  EXPECT_THAT(hires(), SizeIs(40));
}

TEST_F(Work, BeginsNothingInItsLastTwoSeconds) {
  hireMany(3);
  const auto calls = ashby.calls();
  EXPECT_TRUE(work(host.clock.now() + 2 * kSecond).more);
  EXPECT_EQ(ashby.calls(), calls);
  work(host.clock.now() + 2 * kSecond + 1);
  EXPECT_THAT(hires(), SizeIs(3));
}

TEST_F(Work, StopsBetweenUnitsWhenTimeRunsOut) {
  hireMany(12);
  ashby.during("application.info", [&] { host.clock.advance(8200); });
  EXPECT_TRUE(work(host.clock.now() + 10 * kSecond).more);
  EXPECT_THAT(hires(), SizeIs(5));  // the hires that were in flight together
}

TEST_F(Work, LeavesUnchangedWhatItHasNoTimeFor) {
  hireMany(3);
  ashby.during("application.info", [&] { host.clock.advance(9 * kSecond); });
  EXPECT_TRUE(work().more);
  EXPECT_THAT(hires(), SizeIs(0));
  EXPECT_THAT(activityOf("import", "retrying"), SizeIs(0));
  EXPECT_FALSE(work().more);
  EXPECT_THAT(hires(), SizeIs(3));
}

TEST_F(Work, BeginsNothingWhenCancelled) {
  hireMany(3);
  const auto calls = ashby.calls();
  EXPECT_TRUE(work(0, true).more);
  EXPECT_EQ(ashby.calls(), calls);
}

TEST_F(Work, FinishesPromotionsThenImportsThenCompares) {
  const NewHire begun = import();
  host.members.failNext(Code::unavailable);
  EXPECT_EQ(codeOf([&] { promote({begun.id, {}, {}}); }), Code::unavailable);
  host.clock.advance(kMinute);
  hireMany(1);
  sync();
  ashby.during("application.info", [&] { EXPECT_THAT(host.members.people(), SizeIs(1)); });
  const std::size_t first = ashby.calls();
  work();
  const auto endpoints = endpointsFrom(first);
  ASSERT_FALSE(endpoints.empty());
  EXPECT_EQ(endpoints.front(), "application.info");
  EXPECT_EQ(endpoints.back(), "application.list");
}

TEST_F(Work, TakesTheOldestFirst) {
  const std::string early = hire({{"name", "Early Bird"}});
  deliver();
  host.clock.advance(kSecond);
  const std::string late = hire({{"name", "Late Riser"}});
  deliver();
  std::string read;
  const std::size_t first = ashby.calls();
  work();
  for (std::size_t i = first; i < ashby.calls(); ++i) read += host.http.requests()[i].body;
  EXPECT_LT(read.find(early), read.find(late));
  EXPECT_NE(read.find(late), std::string::npos);
}

TEST_F(Work, OnPromotionsKeepsToItsUnitsAndItsDeadline) {
  hireMany(40);
  pass(kMinute);
  for (const NewHire& hire : hires()) {
    host.members.failNext(Code::unavailable);
    EXPECT_EQ(codeOf([&] { promote({hire.id, {{"lastName", "X"}}, {}}); }), Code::unavailable);
  }
  host.clock.advance(11 * kSecond);
  work(0, true);
  EXPECT_THAT(host.members.people(), IsEmpty());
  work(host.clock.now() + kSecond);
  EXPECT_THAT(host.members.people(), IsEmpty());
  EXPECT_LE(work().nextAt, host.clock.now());
  EXPECT_THAT(host.members.people(), SizeIs(32));
  work();
  EXPECT_THAT(host.members.people(), SizeIs(40));
}

TEST_F(Work, ThatIsDisabledOrIncompleteAsksNothingOfAshby) {
  hireMany(1);
  disable();
  const auto calls = ashby.calls();
  EXPECT_EQ(work().nextAt, 0);
  EXPECT_EQ(ashby.calls(), calls);
}

TEST_F(Work, ForgetsActivityAfterNinetyDays) {
  import();
  pass(89 * kDay);
  EXPECT_THAT(activityOf("import", "ok"), SizeIs(1));
  pass(2 * kDay);
  EXPECT_THAT(activityOf("import", "ok"), IsEmpty());
}

TEST_F(Work, IsDueFromItsCommitThoughTheProcessDies) {
  hireMany(1);
  EXPECT_EQ(host.store.wakeAt(), host.clock.now());
  EXPECT_EQ(host.wake.count(), 0U);
}

TEST_F(Work, LostWithAnyOfItsAnswersIsDoneBySomebodyElse) {
  // Loses the answer to each commit of an import in turn. The next run must find the state and finish the
  // import.
  for (int lost = 0; lost < 4; ++lost) {
    const std::string id = hire({{"name", "Person " + std::to_string(lost)}});
    deliver();
    ashby.during("job.info", [&] { host.store.loseNextAnswer(); });
    EXPECT_EQ(codeOf([&] { work(); }), Code::unknown);
    host.clock.advance(kMinute);
    work();
    EXPECT_EQ(hireOf(id).state, HireState::staged);
  }
  EXPECT_THAT(hires(), SizeIs(4));
}

}  // namespace
}  // namespace ashby::test
