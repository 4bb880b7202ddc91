#include <sqlite3.h>

#include <atomic>
#include <latch>
#include <thread>

#include "host_data/data_fixture.hpp"

namespace host_stub {
namespace {

using integration::Code;
using integration::Failure;

class WriterTest : public DataTest {
 protected:
  void SetUp() override {
    database_->write([](SqlSession& sql) { sql.script("CREATE TABLE notes (text TEXT PRIMARY KEY)"); });
  }
  static void note(SqlSession& sql, const std::string& text) {
    sql.execute("INSERT INTO notes (text) VALUES (?)", text);
  }
  std::int64_t count() {
    return database_->read([](SqlSession& sql) {
      return std::get<0>(sql.query<std::int64_t>("SELECT count(*) FROM notes").front());
    });
  }
  // Runs the works as one group: the leader's work holds the writer until all of them wait behind it.
  void runAsGroup(std::vector<std::function<void(SqlSession&)>> works, std::vector<Code>& outcomes) {
    outcomes.assign(works.size(), Code::ok);
    std::latch leading(1), release(1);
    std::thread leader([&] {
      std::ignore = codeOf([&] {
        database_->write([&](SqlSession&) {
          leading.count_down();
          release.wait();
        });
      });
    });
    leading.wait();
    std::atomic<std::size_t> arriving = 0;
    std::vector<std::thread> followers;
    for (std::size_t i = 0; i < works.size(); ++i)
      followers.emplace_back([&, i] {
        ++arriving;
        outcomes[i] = codeOf([&] { database_->write(works[i]); });
      });
    while (arriving < works.size()) std::this_thread::yield();
    release.count_down();
    leader.join();
    for (std::thread& follower : followers) follower.join();
  }
};

TEST_F(WriterTest, WhatAWorkReturnsIsHandedBack) {
  EXPECT_EQ(database_->write([](SqlSession&) { return 42; }), 42);
}

TEST_F(WriterTest, ThrowingWorkIsUndoneAlone) {
  std::vector<Code> outcomes;
  runAsGroup({[](SqlSession& sql) { note(sql, "one"); },
              [](SqlSession& sql) {
                note(sql, "two");
                throw Failure(Code::failedPrecondition, "no");
              },
              [](SqlSession& sql) { note(sql, "three"); }},
             outcomes);
  EXPECT_EQ(outcomes, (std::vector{Code::ok, Code::failedPrecondition, Code::ok}));
  EXPECT_EQ(count(), 2);
}

TEST_F(WriterTest, FailedStatementHarmsNoOther) {
  database_->write([](SqlSession& sql) { note(sql, "same"); });
  EXPECT_EQ(codeOf([&] { database_->write([](SqlSession& sql) { note(sql, "same"); }); }), Code::internal);
  database_->write([](SqlSession& sql) { note(sql, "another"); });
  EXPECT_EQ(count(), 2);
}

TEST_F(WriterTest, FailedCommitLeavesTheOutcomeUnknownToAll) {
  std::atomic<bool> failing = false;
  database_->write([&](SqlSession& sql) {
    sqlite3_commit_hook(
        sql.handle(), [](void* fails) { return static_cast<std::atomic<bool>*>(fails)->load() ? 1 : 0; },
        &failing);
  });
  failing = true;
  std::vector<Code> outcomes;
  runAsGroup({[](SqlSession& sql) { note(sql, "one"); }, [](SqlSession& sql) { note(sql, "two"); },
              [](SqlSession&) { throw Failure(Code::failedPrecondition, "decided on what wasn't kept"); }},
             outcomes);
  EXPECT_THAT(outcomes, testing::Each(Code::unknown));
  EXPECT_EQ(count(), 0);

  failing = false;
  database_->write([](SqlSession& sql) { note(sql, "one"); });
  EXPECT_EQ(count(), 1);
  database_->write([](SqlSession& sql) { sqlite3_commit_hook(sql.handle(), nullptr, nullptr); });
}

TEST_F(WriterTest, RolledBackGroupIsToldAndTheNextPasses) {
  EXPECT_EQ(codeOf([&] {
              database_->write([](SqlSession& sql) {
                note(sql, "lost");
                sql.script("ROLLBACK");  // SQLite does this by itself if the disk fails
                throw Failure(Code::unavailable, "disk I/O error");
              });
            }),
            Code::unavailable);
  database_->write([](SqlSession& sql) { note(sql, "next"); });
  EXPECT_EQ(count(), 1);
}

TEST_F(WriterTest, ManyThreadsAreAllServed) {
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 16; ++thread)
    threads.emplace_back([&, thread] {
      for (int i = 0; i < 25; ++i)
        database_->write([&](SqlSession& sql) { note(sql, std::to_string(thread * 100 + i)); });
    });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(count(), 400);
}

TEST_F(WriterTest, ReadersCantWrite) {
  EXPECT_NE(codeOf([&] { database_->read([](SqlSession& sql) { note(sql, "x"); }); }), Code::ok);
  EXPECT_EQ(count(), 0);
}

TEST_F(WriterTest, MoreReadersThanConnectionsTakeTurns) {
  std::vector<std::thread> threads;
  std::atomic<int> read = 0;
  for (int thread = 0; thread < 40; ++thread)
    threads.emplace_back([&] {
      for (int i = 0; i < 10; ++i)
        if (count() == 0) ++read;
    });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(read, 400);
}

}  // namespace
}  // namespace host_stub
