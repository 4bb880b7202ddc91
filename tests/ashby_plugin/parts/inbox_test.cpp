#include "hires/records/inbox.hpp"

#include "integration/testing/fake_host.hpp"

namespace ashby::test {
namespace {

using integration::CallKind;
using integration::Commit;
using integration::test::FakeCall;
using integration::test::FakeHost;

constexpr std::int64_t kSecond = 1000, kMinute = 60 * kSecond, kHour = 60 * kMinute, kDay = 24 * kHour;

TEST(RetryDelay, DoublesFromTwoToThirtySecondsForAnHour) {
  EXPECT_LE(retryDelay(0, 0), 2 * kSecond);
  for (std::uint32_t attempt = 0; attempt < 100; ++attempt) {
    const std::int64_t delay = retryDelay(attempt, kHour - 1), next = retryDelay(attempt + 1, kHour - 1);
    EXPECT_LE(next, 30 * kSecond);
    EXPECT_EQ(next, std::min(2 * delay, 30 * kSecond));
  }
}

TEST(RetryDelay, GrowsAfterAnHourToOnceAnHour) {
  EXPECT_GT(retryDelay(200, kHour), 30 * kSecond);
  EXPECT_GT(retryDelay(200, 5 * kHour), retryDelay(200, kHour));
  EXPECT_EQ(retryDelay(200, kDay), kHour);
  EXPECT_EQ(retryDelay(4000000000U, 365 * kDay), kHour);
}

TEST(RefusedDelay, DoublesToOnceAnHour) {
  EXPECT_LE(refusedDelay(0), 2 * kSecond);
  for (std::uint32_t attempt = 0; attempt < 100; ++attempt)
    EXPECT_EQ(refusedDelay(attempt + 1), std::min(2 * refusedDelay(attempt), kHour));
  EXPECT_EQ(refusedDelay(4000000000U), kHour);
}

class Inbox : public testing::Test {
 protected:
  void occasion(const ReadReason& occasion) {
    Commit commit;
    enqueue(commit, host.store.get(keys::inbox(occasion.applicationId)), occasion, host.clock.now());
    EXPECT_TRUE(host.store.commit(commit).ok());
  }
  HeldItem item(const std::string& id = "a") { return findItem(call, id).value(); }
  std::size_t dueKeys() { return host.store.scan(integration::Range::prefix(keys::kDue)).entries.size(); }

  FakeHost host;
  FakeCall call{host, CallKind::runWork};
};

TEST_F(Inbox, HoldsOneItemPerApplication) {
  for (int i = 0; i < 5; ++i) {
    occasion({"a", "", 0});
    host.clock.advance(10);
  }
  occasion({"b", "", 0});
  EXPECT_EQ(dueKeys(), 2U);
  EXPECT_EQ(readDue(call, keys::kDue, host.clock.now(), 32).now.size(), 2U);
}

TEST_F(Inbox, MakesTheWorkDueWithTheCommitItself) {
  occasion({"a", "", 0});
  EXPECT_EQ(host.store.wakeAt(), host.clock.now());
  EXPECT_EQ(readDue(call, keys::kDue, host.clock.now() - 1, 32).nextAt, host.clock.now());
}

TEST_F(Inbox, IsTakenInTheOrderOfDueTimes) {
  occasion({"z", "", 0});
  host.clock.advance(1);
  occasion({"a", "", 0});
  occasion({"later", "", host.clock.now() + kMinute});
  const Due due = readDue(call, keys::kDue, host.clock.now(), 32);
  ASSERT_EQ(due.now.size(), 2U);
  EXPECT_EQ(due.now[0].id, "z");
  EXPECT_EQ(due.now[1].id, "a");
  EXPECT_EQ(due.nextAt, host.clock.now() + kMinute);
}

TEST_F(Inbox, EveryReadReasonRepeatsAReadInProgress) {
  occasion({"a", "", 0});
  const HeldItem before = item();
  occasion({"a", "", 0});
  std::vector<integration::Op> ops;
  finish(ops, before);
  EXPECT_EQ(host.store.commit({ops, 0}).code, integration::Code::aborted);
}

TEST_F(Inbox, RemembersNewestSnapshotInAnyOrder) {
  occasion({"a", "2026-11-18T15:42:07.318Z", 0});
  occasion({"a", "2026-11-17T00:00:00.000Z", 0});
  occasion({"a", "", 0});
  EXPECT_EQ(item().item.seenUpdatedAt, "2026-11-18T15:42:07.318Z");
}

TEST_F(Inbox, ReadsAtMostOnceAMinuteUnlessUrgent) {
  occasion({"a", "", 0});
  InboxItem tried = item().item;
  tried.triedAt = host.clock.now();
  tried.dueAt = host.clock.now() + kHour;
  std::vector<integration::Op> ops;
  postpone(ops, item(), tried, host.clock.now());
  ASSERT_TRUE(host.store.commit({ops, 0}).ok());

  occasion({"a", "", 0});
  EXPECT_EQ(item().item.dueAt, host.clock.now() + kMinute);
  ReadReason urgent{"a", "", 0};
  urgent.urgent = true;
  occasion(urgent);
  EXPECT_EQ(item().item.dueAt, host.clock.now());
  EXPECT_EQ(dueKeys(), 1U);
}

TEST_F(Inbox, FinishedLeavesNothing) {
  occasion({"a", "", 0});
  std::vector<integration::Op> ops;
  finish(ops, item());
  ASSERT_TRUE(host.store.commit({ops, 0}).ok());
  EXPECT_TRUE(host.store.entries().empty());
}

TEST_F(Inbox, FlagsAnItemThatWasTriedForADay) {
  occasion({"a", "", 0});
  InboxItem tried = item().item;
  tried.triedAt = tried.receivedAt + kAttentionAfterMs;
  tried.dueAt = tried.triedAt + kHour;
  std::vector<integration::Op> ops;
  postpone(ops, item(), tried, host.clock.now());
  ASSERT_TRUE(host.store.commit({ops, 0}).ok());
  EXPECT_TRUE(host.store.get(keys::attention("a")).present());
}

}  // namespace
}  // namespace ashby::test
