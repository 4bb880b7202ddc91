// Tests the catch-up: it imports people who were hired before this connection imports, each once.
#include "support/connection.hpp"

namespace ashby::test {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

class CatchUpTest : public Connected {
 protected:
  // Hires somebody on the first of March unless `at` says otherwise, without a webhook.
  std::string hireEarlier(const std::string& name, const std::string& at = "2026-03-01T09:00:00.000Z") {
    return hireUnseen({{"name", name}, {"email", name.substr(0, 3) + "@home.example"}, {"hiredAt", at}});
  }
};

TEST_F(CatchUpTest, BringsWhoeverWasHiredFromTheDateOn) {
  const std::string in = hireEarlier("Ada Lovelace");
  const std::string out = hireEarlier("Grace Hopper", "2025-12-31T23:59:59.000Z");
  pass(kHour);
  EXPECT_THAT(hires(), IsEmpty());
  const std::string id = catchUp("2026-01-01");
  pass(kMinute);
  ASSERT_THAT(hires(), SizeIs(1));
  EXPECT_EQ(hires()[0].source.applicationId, in);
  EXPECT_EQ(why(out).state, "too_early");
  const auto progress = this->progress(id);
  EXPECT_EQ(progress.state, "done");
  EXPECT_TRUE(progress.finishedAt);
  EXPECT_EQ(progress.seen, 2U);
  EXPECT_EQ(progress.found, 1U);
  EXPECT_EQ(progress.imported, 1U);
  EXPECT_EQ(progress.waiting, 0U);
}

TEST_F(CatchUpTest, OfADryRunNamesThemAndImportsNobody) {
  const std::string in = hireEarlier("Ada Lovelace");
  hireEarlier("Grace Hopper", "2025-12-31T23:59:59.000Z");
  const std::string id = catchUp("2026-01-01", true);
  pass(kMinute);
  EXPECT_THAT(hires(), IsEmpty());
  const auto progress = this->progress(id);
  EXPECT_EQ(progress.state, "done");
  EXPECT_EQ(progress.found, 1U);
  ASSERT_THAT(progress.items, SizeIs(1));
  EXPECT_EQ(progress.items[0].applicationId, in);
  EXPECT_EQ(progress.items[0].name, "Ada Lovelace");
  EXPECT_EQ(progress.items[0].jobTitle, "Backend Engineer");
  EXPECT_EQ(progress.items[0].hiredAt, "2026-03-01T09:00:00.000Z");
}

TEST_F(CatchUpTest, ReadsWhomALineDoesNotTellOf) {
  const std::string in = hireEarlier("Ada Lovelace");
  const std::string other = hireEarlier("Grace Hopper");
  hireEarlier("Alan Turing");
  pass(kHour);
  ashby.world.api.faults.add(
      {.kind = "odd",
       .endpoint = "application.list",
       .remaining = 1,
       .patch = R"([{"op":"replace","path":"/0/updatedAt","value":null},{"op":"remove","path":"/1/status"},
                    {"op":"replace","path":"/1/candidate","value":[]},{"op":"remove","path":"/2/id"}])"});
  const std::string id = catchUp("2026-01-01");
  pass(kMinute);
  EXPECT_EQ(hireOf(in).state, HireState::staged);
  EXPECT_EQ(hireOf(other).state, HireState::staged);
  EXPECT_THAT(hires(), SizeIs(2));
  EXPECT_EQ(progress(id).seen, 3U);
  EXPECT_THAT(activityOf("catch-up", "ok").at(0).reason, testing::HasSubstr("lines without an id"));
}

// At 30 ms a request, a page takes longer than a run of work may.
TEST_F(CatchUpTest, ByADryRunOfASlowAshbyComesToItsEnd) {
  configure(R"({"scope":{"jobs":["Backend Engineer"]}})");
  for (int i = 0; i < 100; ++i) hireEarlier("Person " + std::to_string(i));
  ashby.takesMs = 30;
  const std::string id = catchUp("2026-01-01", true);
  pass(10 * kMinute);
  EXPECT_EQ(progress(id).state, "done");
  EXPECT_EQ(progress(id).found, 100U);
}

TEST_F(CatchUpTest, ForgetsTheNamesOfADryRunAfterAWeek) {
  hireEarlier("Ada Lovelace");
  const std::string id = catchUp("2026-01-01", true);
  pass(kMinute);
  ASSERT_THAT(progress(id).items, SizeIs(1));
  pass(8 * kDay);
  EXPECT_THAT(progress(id).items, IsEmpty());
  EXPECT_EQ(dump().find("Lovelace"), std::string::npos);
}

TEST_F(CatchUpTest, LeavesAloneWhoIsHereOrWasDeleted) {
  const NewHire here = import();
  const NewHire deleted = import({{"name", "Ada Lovelace"}, {"email", "ada@home.example"}});
  const NewHire member = import({{"name", "Grace Hopper"}, {"email", "grace@home.example"}});
  discard(deleted.id);
  promote({member.id, {}, {}});
  const std::string id = catchUp("2026-01-01");
  pass(kMinute);
  EXPECT_EQ(progress(id).found, 0U);
  EXPECT_THAT(hires(), SizeIs(1));
  EXPECT_EQ(hireOf(deleted.source.applicationId).state, HireState::discarded);
  EXPECT_THAT(host.members.people(), SizeIs(1));
}

TEST_F(CatchUpTest, PagesThroughAllOfAshby) {
  ashby.world.api.pager.largestPage = 3;
  for (int i = 0; i < 20; ++i) hireEarlier(std::string("Ada ") + static_cast<char>('A' + i) + "braham");
  const std::string id = catchUp("2026-01-01");
  pass(5 * kMinute);
  EXPECT_THAT(hires(), SizeIs(20));
  EXPECT_EQ(progress(id).pages, 7U);
  EXPECT_EQ(progress(id).imported, 20U);
}

TEST_F(CatchUpTest, TellsNobodyOfEachHire) {
  for (int i = 0; i < 5; ++i) hireEarlier(std::string("Ada ") + static_cast<char>('A' + i) + "braham");
  catchUp("2026-01-01");
  pass(kMinute);
  EXPECT_THAT(hires(), SizeIs(5));
  EXPECT_THAT(host.notices.told(), IsEmpty());
}

TEST_F(CatchUpTest, RunsOneAtATime) {
  hireEarlier("Ada Lovelace");
  const std::string id = catchUp("2026-01-01");
  EXPECT_EQ(codeOf([&] { catchUp("2026-02-01"); }), Code::failedPrecondition);
  pass(kMinute);
  EXPECT_EQ(progress(id).state, "done");
  EXPECT_NE(catchUp("2026-02-01"), id);
  EXPECT_EQ(codeOf([&] { progress(id); }), Code::notFound);
}

TEST_F(CatchUpTest, RefusesWhatIsNoDateAndAConnectionWithoutAKey) {
  EXPECT_EQ(codeOf([&] { catchUp("soon"); }), Code::invalidArgument);
  disable();
  EXPECT_EQ(codeOf([&] { catchUp("2026-01-01"); }), Code::failedPrecondition);
}

TEST_F(CatchUpTest, ThatIsCancelledBeginsNothingMore) {
  ashby.world.api.pager.largestPage = 2;
  for (int i = 0; i < 10; ++i) hireEarlier(std::string("Ada ") + static_cast<char>('A' + i) + "braham");
  const std::string id = catchUp("2026-01-01");
  work();
  work();
  cancel(id);
  pass(kHour);
  EXPECT_EQ(progress(id).state, "cancelled");
  EXPECT_LT(hires().size(), 10U);
}

TEST_F(CatchUpTest, GoesOnWhereItStoppedAndImportsNobodyTwice) {
  ashby.world.api.pager.largestPage = 2;
  for (int i = 0; i < 10; ++i) hireEarlier(std::string("Ada ") + static_cast<char>('A' + i) + "braham");
  const std::string id = catchUp("2026-01-01");
  for (const char* endpoint :
       {"application.list", "application.info", "candidate.info", "application.list"}) {
    ashby.during(endpoint, [&] { host.store.failNext(Code::unavailable); });
    // the work stays due
    if (codeOf([&] { pass(kMinute); }) != Code::ok) host.store.finished(host.clock.now());
  }
  pass(kHour);
  EXPECT_EQ(progress(id).state, "done");
  EXPECT_THAT(hires(), SizeIs(10));
  EXPECT_EQ(progress(id).imported, 10U);
}

TEST_F(CatchUpTest, WaitsForAshbyToBeBack) {
  hireEarlier("Ada Lovelace");
  ashby.reachable = false;
  const std::string id = catchUp("2026-01-01");
  pass(10 * kMinute);
  EXPECT_EQ(progress(id).state, "listing");
  ashby.reachable = true;
  pass(kHour);
  EXPECT_EQ(progress(id).state, "done");
  EXPECT_THAT(hires(), SizeIs(1));
}

TEST_F(CatchUpTest, BeginsAgainWhereAshbyForgotTheCursor) {
  ashby.world.api.pager.largestPage = 2;
  for (int i = 0; i < 6; ++i) hireEarlier(std::string("Ada ") + static_cast<char>('A' + i) + "braham");
  const std::string id = catchUp("2026-01-01");
  work();
  ashby.world.api.pager.expireCursors();
  pass(kHour);
  EXPECT_EQ(progress(id).state, "done");
  EXPECT_THAT(hires(), SizeIs(6));
}

TEST_F(CatchUpTest, KeepsNoDeliveryWaitingBehindMoreThanAPage) {
  for (int i = 0; i < 40; ++i) hireEarlier("Ada " + std::string(1, static_cast<char>('A' + i % 26)) + "b");
  ashby.world.api.pager.largestPage = 5;
  catchUp("2026-01-01");
  work();
  const std::string now = hire({{"name", "Grace Hopper"}, {"email", "grace@home.example"}});
  deliver();
  work();
  EXPECT_EQ(hireOf(now).state, HireState::staged);
  EXPECT_LT(hires().size(), 20U);
}

// 1,000 hires of one company share jobs and departments. Application, candidate and offers are read for each
// hire.
TEST_F(CatchUpTest, AsksAshbyAtMostFourTimesAHire) {
  for (int i = 0; i < 200; ++i)
    hireUnseen({{"name", "Ada Lovelace"},
                {"email", "ada" + std::to_string(i) + "@home.example"},
                {"department", "Department " + std::to_string(i % 5)},
                {"team", "Team " + std::to_string(i % 7)},
                {"hiredAt", "2026-03-01T09:00:00.000Z"}});
  const auto calls = ashby.calls();
  catchUp("2026-01-01");
  pass(10 * kMinute);
  integration::ListQuery all;
  all.limit = 1000;
  EXPECT_THAT(list(all).data, SizeIs(200));
  EXPECT_LE(ashby.calls() - calls, 4U * 200U);
}

}  // namespace
}  // namespace ashby::test
