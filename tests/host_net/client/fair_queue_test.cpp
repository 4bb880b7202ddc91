#include "net/client/fair_queue.hpp"

#include <gtest/gtest.h>

namespace host_stub::test {
namespace {

const Asker kAcme{"acme", "ashby"}, kAcmesOther{"acme", "greenhouse"}, kBolt{"bolt", "ashby"};

FairQueue::Item itemOf(const Asker& asker) {
  auto item = std::make_shared<PendingRequest>();
  item->asker = asker;
  return item;
}

std::vector<FairQueue::Item> push(FairQueue& queue, const Asker& asker, std::size_t count) {
  std::vector<FairQueue::Item> items;
  for (std::size_t i = 0; i < count; ++i) {
    items.push_back(itemOf(asker));
    EXPECT_TRUE(queue.push(items.back()));
  }
  return items;
}

TEST(FairQueue, IsFirstInFirstOutForOneAsker) {
  FairQueue queue({});
  for (const FairQueue::Item& item : push(queue, kAcme, 16)) EXPECT_EQ(queue.take(), item);
  EXPECT_EQ(queue.take(), nullptr);
}

TEST(FairQueue, ServesAskersInTurn) {
  FairQueue queue({});
  const auto acmes = push(queue, kAcme, 3);
  const auto bolts = push(queue, kBolt, 2);
  for (const FairQueue::Item& item : {acmes[0], bolts[0], acmes[1], bolts[1], acmes[2]})
    EXPECT_EQ(queue.take(), item);
}

TEST(FairQueue, HoldsAConnectionAtItsCap) {
  FairQueue queue({});
  const auto acmes = push(queue, kAcme, 200);
  for (int i = 0; i < 16; ++i) ASSERT_NE(queue.take(), nullptr);
  EXPECT_EQ(queue.take(), nullptr);
  const auto bolts = push(queue, kBolt, 1);
  EXPECT_EQ(queue.take(), bolts[0]) << "another customer isn't held by it";
  queue.finished(kAcme);
  EXPECT_EQ(queue.take(), acmes[16]);
}

TEST(FairQueue, HoldsACompanyAtItsShare) {
  FairQueue queue({.perCompany = 3});
  push(queue, kAcme, 2);
  push(queue, kAcmesOther, 2);
  const auto bolts = push(queue, kBolt, 1);
  for (int i = 0; i < 2; ++i) EXPECT_EQ(queue.take()->asker.company, "acme");
  EXPECT_EQ(queue.take(), bolts[0]);
  EXPECT_EQ(queue.take()->asker.company, "acme");
  EXPECT_EQ(queue.take(), nullptr);
}

TEST(FairQueue, HoldsAllAtTheirSharedCap) {
  FairQueue queue({.total = 2});
  push(queue, kAcme, 2);
  const auto bolts = push(queue, kBolt, 2);
  for (int i = 0; i < 2; ++i) ASSERT_NE(queue.take(), nullptr);
  EXPECT_EQ(queue.take(), nullptr);
  queue.finished(kBolt);
  ASSERT_NE(queue.take(), nullptr);
  EXPECT_EQ(queue.take(), nullptr);
}

TEST(FairQueue, RefusesWhatIsBeyondItsBound) {
  FairQueue queue({.waitingPerConnection = 2});
  push(queue, kAcme, 2);
  EXPECT_FALSE(queue.push(itemOf(kAcme)));
  EXPECT_TRUE(queue.push(itemOf(kBolt))) << "the bound is each asker's own";
}

TEST(FairQueue, NamesTheLimitOfAWithdrawnItem) {
  FairQueue queue({.perConnection = 1, .perCompany = 2, .total = 3});
  push(queue, kAcme, 1);
  const auto second = push(queue, kAcme, 1)[0];
  push(queue, kAcmesOther, 1);
  const auto third = push(queue, {"acme", "workable"}, 1)[0];
  push(queue, kBolt, 1);
  const auto fourth = push(queue, {"cast", "ashby"}, 1)[0];
  for (int i = 0; i < 3; ++i) ASSERT_NE(queue.take(), nullptr);
  EXPECT_EQ(queue.withdraw(second), FairQueue::Limit::connection);
  EXPECT_EQ(queue.withdraw(third), FairQueue::Limit::company);
  EXPECT_EQ(queue.withdraw(fourth), FairQueue::Limit::total);
  EXPECT_EQ(queue.withdraw(fourth), std::nullopt);
}

TEST(FairQueue, KeepsNoTraceOfWithdrawnItems) {
  FairQueue queue({.perConnection = 1});
  const auto acmes = push(queue, kAcme, 3);
  EXPECT_EQ(queue.take(), acmes[0]);
  queue.withdraw(acmes[2]);
  queue.finished(kAcme);
  EXPECT_EQ(queue.take(), acmes[1]);
  queue.finished(kAcme);
  EXPECT_EQ(queue.take(), nullptr);
  EXPECT_TRUE(queue.empty());
}

TEST(FairQueue, GivesBackAllThatWaits) {
  FairQueue queue({});
  push(queue, kAcme, 3);
  push(queue, kBolt, 2);
  EXPECT_EQ(queue.withdrawAll().size(), 5u);
  EXPECT_TRUE(queue.empty());
}

}  // namespace
}  // namespace host_stub::test
