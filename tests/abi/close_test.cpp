// Tests the end of an instance: it admits no new call, cancels running calls and waits for them, and names a
// call that doesn't end.
#include "support.hpp"

#include <condition_variable>
#include <thread>

namespace integration {
namespace {

using ::testing::HasSubstr;
using namespace std::chrono_literals;

// A clock that holds a plugin within its call until open(), and tells when a plugin waits there.
class GateClock final : public Clock {
 public:
  std::int64_t now() override {
    std::unique_lock lock(mutex_);
    inside_ = true;
    changed_.notify_all();
    changed_.wait(lock, [&] { return open_; });
    return 7;
  }
  void awaitVisitor() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return inside_; });
  }
  void open() {
    const std::lock_guard lock(mutex_);
    open_ = true;
    changed_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool inside_ = false, open_ = false;
};

struct Close : ::testing::Test {
  CallOptions options() { return {.services = {.clock = &clock}}; }

  GateClock clock;
  std::unique_ptr<PluginInstance> instance = makeInstance("echo");
};

TEST_F(Close, CancelsWhatRunsAndWaitsForIt) {
  clock.open();
  WorkResult result;
  std::thread worker([&] { result = instance->runWork(options()); });
  clock.awaitVisitor();
  EXPECT_TRUE(instance->close(60s).empty());
  worker.join();
  EXPECT_TRUE(result.more);
}

TEST_F(Close, AdmitsNothingMore) {
  EXPECT_TRUE(instance->close(0s).empty());
  const Error error = errorOf([&] { instance->enable(options()); });
  EXPECT_EQ(error.code, Code::unavailable);
  EXPECT_THAT(error.message, HasSubstr("enable"));
  EXPECT_EQ(errorOf([&] { instance->supports(kSync); }).code, Code::unavailable);
}

TEST_F(Close, MayBeRepeated) {
  EXPECT_TRUE(instance->close(0s).empty());
  EXPECT_TRUE(instance->close(0s).empty());
}

TEST_F(Close, NamesWhatIsStillInFlightAndFinishesLater) {
  std::thread visitor([&] { EXPECT_EQ(instance->status(options()).health, "7 c1"); });
  clock.awaitVisitor();
  EXPECT_EQ(instance->close(1ms), std::vector<std::string>{"status"});
  clock.open();
  visitor.join();
  EXPECT_TRUE(instance->close(60s).empty());
}

TEST_F(Close, LeavesLibraryMappedUnderUnfinishedCall) {
  std::thread visitor([&] { EXPECT_EQ(instance->status(options()).health, "7 c1"); });
  clock.awaitVisitor();
  EXPECT_FALSE(instance->close(1ms).empty());
  // The running call keeps what it needs, even though the instance is destroyed.
  std::thread destroyer([&] { instance.reset(); });
  destroyer.join();
  clock.open();
  visitor.join();
}

TEST_F(Close, IsFinishedByLastCallIfItTimedOut) {
  std::atomic<int> destroyed = 0;
  const std::string witness = "witness " + std::to_string(reinterpret_cast<std::uintptr_t>(&destroyed));
  instance = PluginInstance::create(loadPlugin("echo"), {witness, "echo"}, {});
  std::thread visitor([&] { instance->status(options()); });
  clock.awaitVisitor();
  EXPECT_FALSE(instance->close(1ms).empty());
  std::thread destroyer([&] { instance.reset(); });
  destroyer.join();
  EXPECT_EQ(destroyed, 0);
  clock.open();
  visitor.join();
  EXPECT_EQ(destroyed, 1);
}

TEST_F(Close, OfAWorkerIsSeenByTheNextOne) {
  clock.open();
  std::thread worker([&] { instance->runWork(options()); });
  clock.awaitVisitor();
  EXPECT_EQ(errorOf([&] { instance->runWork(options()); }).code, Code::failedPrecondition);
  instance->close(60s);
  worker.join();
}

TEST_F(Close, UnderManyCallsLosesNone) {
  clock.open();
  std::atomic<int> answered = 0, refused = 0;
  std::vector<std::thread> callers;
  for (int i = 0; i < 8; ++i)
    callers.emplace_back([&] {
      for (int n = 0; n < 200; ++n)
        errorOf([&] { instance->status(options()); }).code == Code::ok ? ++answered : ++refused;
    });
  clock.awaitVisitor();
  EXPECT_TRUE(instance->close(60s).empty());
  for (std::thread& caller : callers) caller.join();
  EXPECT_EQ(answered + refused, 8 * 200);
}

}  // namespace
}  // namespace integration
