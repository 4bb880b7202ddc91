// Tests the decisions after crash records, without a host.
#include "hosting/crashes/crash_policy.hpp"

#include <gtest/gtest.h>

#include "hosting/connections/exclusive_access.hpp"

namespace host_stub {
namespace {

constexpr std::int64_t kMinute = 60000, kStart = 1'000'000'000;

integration::CrashRecord work(const std::string& connection, std::int64_t at) {
  return {at, "SIGSEGV", "acme", "run_work", connection, "", ""};
}

TEST(CrashPolicy, LeavesOneCrashAlone) {
  EXPECT_TRUE(CrashPolicy({work("c1", kStart)}).suspects().empty());
}

TEST(CrashPolicy, SuspectsTheSecondCrashAtWork) {
  const CrashPolicy policy({work("c1", kStart), work("c2", kStart + 1), work("c1", kStart + 2)});
  ASSERT_EQ(policy.suspects().size(), 1u);
  const auto& suspect = policy.suspects().at("c1");
  EXPECT_EQ(suspect.notBefore, kStart + 2 + kMinute);
  EXPECT_NE(suspect.reason.find("SIGSEGV in acme"), std::string::npos);
}

TEST(CrashPolicy, DoublesTheBackOffToAnHour) {
  std::vector<integration::CrashRecord> records = {work("c1", kStart), work("c1", kStart)};
  for (const std::int64_t minutes : {1, 2, 4, 8, 16, 32, 60, 60}) {
    EXPECT_EQ(CrashPolicy(records).suspects().at("c1").notBefore, kStart + minutes * kMinute);
    records.push_back(work("c1", kStart));
  }
}

TEST(CrashPolicy, ForgetsCrashesBeforeASuccess) {
  const CrashPolicy policy({work("c1", kStart),
                            work("c1", kStart + 1),
                            {kStart + 2, crash_words::kRecovered, "", "", "c1", "", ""},
                            work("c1", kStart + 3)});
  EXPECT_TRUE(policy.suspects().empty());
}

TEST(CrashPolicy, OneCrashIsForgivenAfterTenMinutes) {
  const CrashPolicy policy({work("c1", kStart)});
  for (const bool leftMore : {false, true}) {
    EXPECT_FALSE(policy.isForgivenBy(kStart + 9 * kMinute, "c1", leftMore));
    EXPECT_TRUE(policy.isForgivenBy(kStart + 10 * kMinute, "c1", leftMore));
  }
  EXPECT_FALSE(policy.isForgivenBy(kStart + 10 * kMinute, "c2", false)) << "it has not crashed";
}

TEST(CrashPolicy, ASuspectIsForgivenByAWholeRun) {
  const CrashPolicy policy({work("c1", kStart), work("c1", kStart + 1)});
  EXPECT_TRUE(policy.isForgivenBy(kStart + 2, "c1", false));
  EXPECT_FALSE(policy.isForgivenBy(kStart + 2, "c1", true));
}

TEST(CrashPolicy, SuspectsNoWorkForOtherEntries) {
  integration::CrashRecord other = work("c1", kStart);
  other.entry = "list_staged";
  EXPECT_TRUE(CrashPolicy({other, other, other}).suspects().empty());
}

integration::CrashRecord delivery(const std::string& connection, std::int64_t at) {
  return {at, "SIGSEGV", "acme", "handle_webhook", connection, "", ""};
}

TEST(CrashPolicy, PausesCallsAfterTheSecondCrash) {
  EXPECT_FALSE(CrashPolicy({delivery("c1", kStart)}).pause("c1", kStart));
  const CrashPolicy policy({delivery("c1", kStart), delivery("c2", kStart), delivery("c1", kStart + 1)});
  const auto pause = policy.pause("c1", kStart + 1);
  ASSERT_TRUE(pause);
  EXPECT_EQ(pause->until, kStart + 1 + kMinute);
  EXPECT_NE(pause->reason.find("connection c1, handle_webhook"), std::string::npos) << pause->reason;
  EXPECT_FALSE(policy.pause("c1", kStart + 1 + kMinute)) << "its time is over";
  EXPECT_FALSE(policy.pause("c2", kStart + 1)) << "it crashed once";
}

TEST(CrashPolicy, DoublesThePauseToAnHour) {
  std::vector<integration::CrashRecord> records = {delivery("c1", kStart)};
  std::int64_t at = kStart;
  for (const std::int64_t minutes : {1, 2, 4, 8, 16, 32, 60, 60}) {
    records.push_back(delivery("c1", at));
    const auto pause = CrashPolicy(records).pause("c1", at);
    ASSERT_TRUE(pause);
    EXPECT_EQ(pause->until, at + minutes * kMinute);
    at = pause->until + 10 * kMinute;
  }
}

TEST(CrashPolicy, PausesNothingForCrashesFarApart) {
  const CrashPolicy policy({delivery("c1", kStart), delivery("c1", kStart + 11 * kMinute)});
  EXPECT_FALSE(policy.pause("c1", kStart + 11 * kMinute));
}

TEST(CrashPolicy, PausesNoCallForCrashesOfWork) {
  EXPECT_FALSE(CrashPolicy({work("c1", kStart), work("c1", kStart)}).pause("c1", kStart));
}

TEST(CrashPolicy, EndsAPauseOnceThePluginIsAllowed) {
  const CrashPolicy policy({delivery("c1", kStart),
                            delivery("c1", kStart),
                            {kStart, crash_words::kAllowed, "acme", "", "", "", ""}});
  EXPECT_FALSE(policy.pause("c1", kStart));
}

integration::CrashRecord workOn(const std::string& item, std::int64_t at) {
  integration::CrashRecord record = work("c1", at);
  record.note = item;
  return record;
}

TEST(CrashPolicy, SetsAnItemAsideAfterTwoCrashes) {
  const std::vector<std::string> none, hire = {"hire"};
  std::vector<integration::CrashRecord> records = {workOn("hire", kStart), workOn("other", kStart + 1)};
  EXPECT_EQ(CrashPolicy(records).itemsToSetAside("c1"), none);
  records.push_back({kStart + 2, crash_words::kRecovered, "", "", "c1", "", ""});
  records.push_back(workOn("hire", kStart + 3));
  EXPECT_EQ(CrashPolicy(records).itemsToSetAside("c1"), hire);
  EXPECT_EQ(CrashPolicy(records).itemsToSetAside("c2"), none);
  records.push_back({kStart + 4, crash_words::kSetAside, "", "", "c1", "", "hire"});
  EXPECT_EQ(CrashPolicy(records).itemsToSetAside("c1"), none);
}

TEST(CrashPolicy, SetsAnItemAsideAgainAfterOneCrash) {
  const CrashPolicy policy({workOn("hire", kStart),
                            workOn("hire", kStart + 1),
                            {kStart + 2, crash_words::kSetAside, "", "", "c1", "", "hire"},
                            workOn("hire", kStart + 3)});
  EXPECT_EQ(policy.itemsToSetAside("c1").size(), 1u);
}

TEST(CrashPolicy, SetsNothingAsideWithoutAnItem) {
  EXPECT_TRUE(CrashPolicy({work("c1", kStart), work("c1", kStart + 1)}).itemsToSetAside("c1").empty());
}

TEST(CrashPolicy, LeavesAPluginOutAfterThreeConnections) {
  std::vector<integration::CrashRecord> records = {work("c1", kStart), work("c2", kStart + 5 * kMinute)};
  for (int i = 0; i < 5; ++i) records.push_back(work("c1", kStart + 6 * kMinute));
  EXPECT_FALSE(CrashPolicy(records).leftOut("acme"));
  records.push_back(work("c3", kStart + 10 * kMinute));
  EXPECT_TRUE(CrashPolicy(records).leftOut("acme"));
  EXPECT_FALSE(CrashPolicy(records).leftOut("ashby"));
  records.push_back({kStart + 11 * kMinute, crash_words::kAllowed, "acme", "", "", "", ""});
  EXPECT_FALSE(CrashPolicy(records).leftOut("acme"));
}

TEST(CrashPolicy, KeepsAPluginThatCrashesSeldom) {
  const CrashPolicy policy(
      {work("c1", kStart), work("c2", kStart + 6 * kMinute), work("c3", kStart + 11 * kMinute)});
  EXPECT_FALSE(policy.leftOut("acme"));
}

TEST(CrashPolicy, CountsEachCrashOfTheLoading) {
  const integration::CrashRecord loading{kStart, "SIGABRT", "acme", "load", "", "", ""};
  EXPECT_FALSE(CrashPolicy({loading, loading}).leftOut("acme"));
  EXPECT_TRUE(CrashPolicy({loading, loading, loading}).leftOut("acme"));
}

TEST(ExclusiveAccess, StartsNothingBesideASuspect) {
  ExclusiveAccess turn;
  EXPECT_TRUE(turn.mayStart(true, 0, kStart));
  turn.started(true, kStart);
  EXPECT_FALSE(turn.mayStart(false, 1, kStart + 1));
  turn.ended(true);
  EXPECT_TRUE(turn.mayStart(false, 0, kStart + 2));
}

TEST(ExclusiveAccess, WaitsForNoRunThatHangs) {
  ExclusiveAccess turn;
  turn.started(true, kStart);
  EXPECT_TRUE(turn.mayStart(false, 0, kStart + ExclusiveAccess::kHangsMs));
}

TEST(ExclusiveAccess, HoldsTheOthersForAMoment) {
  ExclusiveAccess turn;
  EXPECT_FALSE(turn.mayStart(true, 1, kStart));
  EXPECT_FALSE(turn.mayStart(false, 1, kStart + 1));
  EXPECT_TRUE(turn.mayStart(false, 1, kStart + ExclusiveAccess::kHoldMs));
  EXPECT_FALSE(turn.mayStart(true, 1, kStart + ExclusiveAccess::kHoldMs + 1));
  EXPECT_TRUE(turn.mayStart(false, 1, kStart + ExclusiveAccess::kHoldMs + 2));
}

}  // namespace
}  // namespace host_stub
