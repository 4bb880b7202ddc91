#include "host_data/data_fixture.hpp"

namespace host_stub {
namespace {

using integration::Code;
using integration::Op;

class WorkScheduleTest : public DataTest {
 protected:
  WorkSchedule wakes_{*database_};
  ConnectionKey key_ = connect();

  void commit(std::int64_t wakeAt, bool fromRunWork = false) {
    SqliteStore store(*database_, wakes_, key_, fromRunWork);
    ASSERT_TRUE(store.commit({{Op::put("key", "value")}, wakeAt}).ok());
  }
  // Returns the time (Unix ms) when the one connection is due; 0 if it isn't.
  std::int64_t wakeAt() { return wakes_.next().value_or(0); }
};

TEST_F(WorkScheduleTest, ACommitWithoutAWakeAsksForNothing) {
  commit(0);
  EXPECT_EQ(wakes_.next(), std::nullopt);
  EXPECT_EQ(wakes_.seq(key_), 0);
}

TEST_F(WorkScheduleTest, TheEarliestWakeIsKept) {
  commit(5000);
  commit(9000);
  EXPECT_EQ(wakeAt(), 5000);
  commit(3000);
  EXPECT_EQ(wakeAt(), 3000);
}

TEST_F(WorkScheduleTest, AllDueMakesWaitingWorkDueOnly) {
  connect();
  commit(9'000'000);
  wakes_.allDue(1000);
  EXPECT_EQ(wakeAt(), 1000);
  EXPECT_THAT(wakes_.due(1000, 10), testing::SizeIs(1));
}

TEST_F(WorkScheduleTest, AnAbortedCommitAsksForNothing) {
  SqliteStore store(*database_, wakes_, key_, false);
  EXPECT_EQ(store.commit({{Op::touch("absent")}, 5000}).code, Code::aborted);
  EXPECT_EQ(wakes_.next(), std::nullopt);
  EXPECT_EQ(wakes_.seq(key_), 0);
}

TEST_F(WorkScheduleTest, DueWorkComesOldestFirstAndNotEarly) {
  const ConnectionKey second = connect("rival"), third = connect();
  commit(5000);
  ASSERT_TRUE(SqliteStore(*database_, wakes_, second, false).commit({{}, 4000}).ok());
  ASSERT_TRUE(SqliteStore(*database_, wakes_, third, false).commit({{}, 6000}).ok());
  EXPECT_TRUE(wakes_.due(3999, 10).empty());
  const auto due = wakes_.due(5000, 10);
  ASSERT_EQ(due.size(), 2u);
  EXPECT_EQ(due[0].key, second);
  EXPECT_EQ(due[0].wakeAt, 4000);
  EXPECT_EQ(due[1].key, key_);
  EXPECT_EQ(due[1].seq, 1);
  EXPECT_EQ(wakes_.due(9000, 1).size(), 1u);
}

TEST_F(WorkScheduleTest, AWakeIsAsDurableAsItsCommit) {
  commit(5000);
  restart();
  WorkSchedule again(*database_);
  EXPECT_EQ(again.next(), 5000);
  EXPECT_EQ(again.due(5000, 1).at(0).key, key_);
}

TEST_F(WorkScheduleTest, AFinishedRunSetsTheNextWakeOrNone) {
  commit(5000);
  wakes_.finished(key_, wakes_.seq(key_), 8000);
  EXPECT_EQ(wakeAt(), 8000);
  wakes_.finished(key_, wakes_.seq(key_), 0);
  EXPECT_EQ(wakes_.next(), std::nullopt);
}

TEST_F(WorkScheduleTest, WorkThatCameDuringARunIsNotForgotten) {
  commit(5000);
  const std::int64_t seq = wakes_.seq(key_);
  commit(5500);
  wakes_.finished(key_, seq, 0);
  EXPECT_EQ(wakeAt(), 5000);
  wakes_.finished(key_, seq, 4000);
  EXPECT_EQ(wakeAt(), 4000);
  wakes_.finished(key_, wakes_.seq(key_), 9000);
  EXPECT_EQ(wakeAt(), 9000);
}

TEST_F(WorkScheduleTest, TheRunsOwnCommitsDontCountAsNewWork) {
  commit(5000);
  const std::int64_t seq = wakes_.seq(key_);
  commit(5200, true);
  EXPECT_EQ(wakes_.seq(key_), seq);
  wakes_.finished(key_, seq, 9000);
  EXPECT_EQ(wakeAt(), 9000);
}

TEST_F(WorkScheduleTest, DuringARunTheWakeStaysSoThatACrashRunsItAgain) {
  commit(5000);
  wakes_.due(6000, 1);
  commit(0, true);
  EXPECT_EQ(wakeAt(), 5000);
}

TEST_F(WorkScheduleTest, FinishingADeletedConnectionIsPassedOver) {
  commit(5000);
  Connections(*database_).beginRemoval(key_, Removal::Step::purge, 6000);
  EXPECT_NO_THROW(wakes_.finished(key_, 1, 9000));
  EXPECT_EQ(wakes_.next(), std::nullopt);
  EXPECT_EQ(codeOf([&] { wakes_.seq(key_); }), Code::notFound);
}

TEST_F(WorkScheduleTest, AListenerIsToldOfWakesThatAreDurable) {
  std::vector<std::pair<ConnectionKey, std::int64_t>> told;
  wakes_.listen([&](const ConnectionKey& key, std::int64_t at) {
    EXPECT_NE(wakes_.next(), std::nullopt);
    told.emplace_back(key, at);
  });
  commit(0);
  commit(5000);
  commit(7000, true);
  SqliteStore store(*database_, wakes_, key_, false);
  EXPECT_FALSE(store.commit({{Op::touch("absent")}, 1}).ok());
  EXPECT_THAT(told, testing::ElementsAre(std::pair(key_, 5000), std::pair(key_, 7000)));
  wakes_.listen(nullptr);
  commit(6000);
  EXPECT_EQ(told.size(), 2u);
}

}  // namespace
}  // namespace host_stub
