// Tests lanes: no share of a lane delays another.
#include "site/lane.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <optional>
#include <stdexcept>
#include <utility>

#include "host_net/scripted_server.hpp"

namespace host_stub::test {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

class Lanes : public testing::Test {
 protected:
  ~Lanes() override { open(); }

  void start(const Lane::Limits& limits) { lane_.emplace(limits); }
  // Runs a task that waits for open().
  void hold(const std::string& share, const std::string& group = {}) {
    lane_->run(
        share,
        [this] {
          ++held_;
          opened_.wait();
        },
        refuse(), group);
  }
  void run(const std::string& share) {
    lane_->run(
        share, [this] { ++done_; }, refuse());
  }
  Lane::Refuse refuse() {
    return [this](const WebResponse& answer) {
      status_ = answer.status;
      ++refused_;
    };
  }
  void open() {
    if (!std::exchange(isOpen_, true)) gate_.set_value();
  }

  std::promise<void> gate_;
  std::shared_future<void> opened_ = gate_.get_future();
  bool isOpen_ = false;
  std::atomic<int> held_{0}, done_{0}, refused_{0}, status_{0};
  std::optional<Lane> lane_;  // destroyed first, as the last member
};

TEST_F(Lanes, RunsAtMostAShareAtOnce) {
  start({.threads = 4, .atOnce = 2, .queue = 8, .patience = seconds(60)});
  for (int i = 0; i < 4; ++i) hold("slow");
  run("other");
  EXPECT_TRUE(eventually([&] { return held_ == 2 && done_ == 1; }));
  EXPECT_EQ(held_, 2);
  open();
  EXPECT_TRUE(eventually([&] { return held_ == 4; }));
  EXPECT_EQ(refused_, 0);
}

TEST_F(Lanes, RefusesWhatFindsItsQueueFull) {
  start({.threads = 4, .atOnce = 1, .queue = 2, .patience = seconds(60)});
  for (int i = 0; i < 3; ++i) hold("slow");
  EXPECT_EQ(refused_, 0);
  hold("slow");
  EXPECT_EQ(refused_, 1);
  EXPECT_EQ(status_, 503);
  run("other");
  EXPECT_TRUE(eventually([&] { return done_ == 1; }));
}

TEST_F(Lanes, RefusesWhatWaitsTooLong) {
  start({.threads = 2, .atOnce = 2, .queue = 8, .patience = milliseconds(50)});
  for (int i = 0; i < 2; ++i) hold("slow");
  ASSERT_TRUE(eventually([&] { return held_ == 2; }));
  run("slow");
  run("other");
  EXPECT_TRUE(eventually([&] { return refused_ == 2; })) << "although no thread is free";
  EXPECT_EQ(status_, 503);
  EXPECT_EQ(done_, 0);
}

TEST_F(Lanes, ServesTheShareWithTheFewestFirst) {
  start({.threads = 2, .atOnce = 3, .queue = 8, .patience = seconds(60)});
  std::promise<void> one;
  std::shared_future<void> freed = one.get_future().share();
  lane_->run(
      "many", [&] { ++held_, freed.wait(); }, refuse());
  hold("many");
  ASSERT_TRUE(eventually([&] { return held_ == 2; }));
  std::vector<std::string> order;
  for (const std::string share : {"many", "many", "few"})
    lane_->run(
        share, [&, share] { order.push_back(share), ++done_; }, refuse());
  one.set_value();  // one thread becomes free and runs the three tasks
  ASSERT_TRUE(eventually([&] { return done_ == 3; }));
  EXPECT_EQ(order, (std::vector<std::string>{"few", "many", "many"}));
}

TEST_F(Lanes, AGroupLeavesThreadsForOthers) {
  start({.threads = 4, .atOnce = 2, .queue = 8, .patience = seconds(60), .atOnceOfGroup = 3});
  for (const char* share : {"a", "a", "b", "b"}) hold(share, "plugin");
  ASSERT_TRUE(eventually([&] { return held_ == 3; }));
  run("other");
  EXPECT_TRUE(eventually([&] { return done_ == 1; }));
  EXPECT_EQ(held_, 3);
  open();
  EXPECT_TRUE(eventually([&] { return held_ == 4; }));
}

TEST_F(Lanes, ReplacesThreadsThatAreHeld) {
  start({.threads = 2, .atOnce = 2, .queue = 8, .patience = seconds(60), .heldAfter = milliseconds(50)});
  for (int i = 0; i < 2; ++i) hold("slow");
  ASSERT_TRUE(eventually([&] { return held_ == 2; }));
  run("other");
  run("slow");
  EXPECT_TRUE(eventually([&] { return done_ == 2; })) << "although no thread of the first is free";
  for (int i = 0; i < 4; ++i) hold("slow");
  EXPECT_TRUE(eventually([&] { return held_ == 4; })) << "there are at most twice as many threads";
  run("other");
  open();
  EXPECT_TRUE(eventually([&] { return held_ == 6 && done_ == 3; }));
}

// One thread serves the shares in turn, whatever their names.
TEST_F(Lanes, NoShareAlwaysLosesATie) {
  start({.threads = 1, .atOnce = 1, .queue = 8, .patience = seconds(60)});
  hold("a");
  ASSERT_TRUE(eventually([&] { return held_ == 1; }));
  std::vector<std::string> order;
  for (const std::string share : {"a", "a", "b", "b", "c"})
    lane_->run(
        share, [&, share] { order.push_back(share), ++done_; }, refuse());
  open();
  ASSERT_TRUE(eventually([&] { return done_ == 5; }));
  EXPECT_EQ(order, (std::vector<std::string>{"b", "c", "a", "b", "a"}));
}

TEST_F(Lanes, GoesOnAfterATaskThatThrows) {
  start({.threads = 1, .atOnce = 1, .queue = 8, .patience = seconds(60)});
  lane_->run(
      "a", [] { throw std::runtime_error("a task"); }, refuse());
  run("a");
  EXPECT_TRUE(eventually([&] { return done_ == 1; }));
}

}  // namespace
}  // namespace host_stub::test
