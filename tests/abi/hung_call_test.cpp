// Tests a plugin's call that goes on after its deadline: the report, the refusals, and their end.
#include <thread>

#include "integration/host/call_slots.hpp"
#include "observer.hpp"
#include "support.hpp"

namespace integration {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using namespace std::chrono_literals;

class SystemTime final : public Clock {
 public:
  std::int64_t now() override {
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(since).count();
  }
};

// A log that holds a plugin within its call until open(), even after the deadline.
class GateLog final : public Log {
 public:
  void write(LogLevel, std::string_view, std::span<const LogField>) noexcept override {
    std::unique_lock lock(mutex_);
    isInside_ = true;
    changed_.notify_all();
    changed_.wait(lock, [&] { return isOpen_; });
  }
  void awaitVisitor() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return isInside_; });
  }
  void open() {
    const std::lock_guard lock(mutex_);
    isOpen_ = true;
    changed_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool isInside_ = false, isOpen_ = false;
};

// A connection of echo; a test can hold its run_work.
class Connection {
 public:
  Connection(const std::shared_ptr<const PluginLibrary>& library, const std::string& id)
      : slots(std::make_shared<CallSlots>(library, id)),
        instance(PluginInstance::create(slots, {id, "echo"})) {}
  ~Connection() {
    if (worker.joinable()) letReturn();
  }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  // Starts run_work on a separate thread and waits until it hangs. deadline: from now; 0: none.
  void hold(std::chrono::milliseconds deadline) {
    worker = std::thread([this, deadline] {
      CallOptions options{.services = {.clock = &time, .log = &gate}};
      options.deadline = deadline == 0ms ? 0 : time.now() + deadline.count();
      options.trace = "t1";
      options.cancelled = &cancelled;
      errorOf([&] { instance->runWork(options); });
    });
    gate.awaitVisitor();
  }
  void letReturn() {
    cancelled = true;
    gate.open();
    worker.join();
  }
  // Returns the present error of an entry that doesn't hang.
  Error answer() {
    return errorOf([&] { instance->listStaged({}, {}); });
  }

  SystemTime time;
  GateLog gate;
  std::atomic<bool> cancelled = false;
  std::shared_ptr<CallSlots> slots;
  std::unique_ptr<PluginInstance> instance;
  std::thread worker;
};

class HungCall : public testing::Test {
 protected:
  static constexpr std::chrono::milliseconds kSoon{5};

  std::shared_ptr<const PluginLibrary> load(const std::string& name, const CallLimits& limits) {
    return PluginLibrary::load(Manifest::read(pluginFolder(name)), Unload::keepMapped, limits, observer);
  }
  static CallLimits limits() {
    CallLimits shortGrace;
    shortGrace.grace = 1ms;
    return shortGrace;
  }

  const std::shared_ptr<RememberingObserver> observer = std::make_shared<RememberingObserver>();
  const std::shared_ptr<const PluginLibrary> echo = load("echo", limits());
};

TEST_F(HungCall, IsToldWithPluginEntryAndConnection) {
  Connection held(echo, "c1");
  held.hold(kSoon);
  const PluginCall call = observer->await(1).front().call;
  EXPECT_EQ(call.plugin, "echo");
  EXPECT_EQ(call.entry, "run_work");
  EXPECT_EQ(call.connection, "c1");
  EXPECT_EQ(call.trace, "t1");
  EXPECT_GE(call.took, kSoon);
}

TEST_F(HungCall, IsToldOnceAndThenItsReturn) {
  Connection held(echo, "c1");
  held.hold(kSoon);
  observer->await(1);
  held.letReturn();
  const auto told = observer->await(2);
  ASSERT_THAT(told, SizeIs(2));
  EXPECT_EQ(told[0].what, "overdue");
  EXPECT_EQ(told[1].what, "returned");
}

TEST_F(HungCall, HasItsConnectionRefuseUntilItReturns) {
  Connection held(echo, "c1");
  held.hold(kSoon);
  observer->await(1);
  const Error refused = held.answer();
  EXPECT_EQ(refused.code, Code::unavailable);
  EXPECT_EQ(refused.message,
            "list_staged is refused: plugin echo, connection c1: its run_work is past its deadline: it takes "
            "no further call until that one returns");
  EXPECT_TRUE(refused.retryAfterMs.has_value());
  EXPECT_EQ(errorOf([&] { held.instance->supports(kRestore); }).code, Code::unavailable);
  held.letReturn();
  EXPECT_EQ(held.answer().code, Code::ok);
}

TEST_F(HungCall, LeavesOtherConnectionsAlone) {
  Connection held(echo, "c1"), other(echo, "c2");
  held.hold(kSoon);
  observer->await(1);
  EXPECT_EQ(other.answer().code, Code::ok);
}

TEST_F(HungCall, RefusesWhoWaitsForASlot) {
  CallLimits one = limits();
  one.atOnce = 1;
  one.wait = 1h;
  Connection held(load("echo", one), "c1");
  held.hold(50ms);
  const Error refused = held.answer();
  EXPECT_EQ(refused.code, Code::unavailable);
  EXPECT_THAT(refused.message, HasSubstr("its run_work is past its deadline"));
}

TEST_F(HungCall, IsNoneWithoutADeadline) {
  Connection held(echo, "c1"), late(echo, "c2");
  held.hold(0ms);
  late.hold(kSoon);
  observer->await(1);
  EXPECT_EQ(held.answer().code, Code::ok);
}

TEST_F(HungCall, IsAmongTheOverdueCalls) {
  Connection held(echo, "c1"), other(echo, "c2");
  held.hold(kSoon);
  other.hold(0ms);
  observer->await(1);
  EXPECT_THAT(callsInProgress(), SizeIs(2));
  ASSERT_THAT(overdueCalls(), SizeIs(1));
  EXPECT_EQ(overdueCalls()[0].connection, "c1");
  held.letReturn();
  EXPECT_THAT(overdueCalls(), IsEmpty());
}

TEST_F(HungCall, StopsAllConnectionsIfItIsTheFourth) {
  Connection free(echo, "free"), first(echo, "c1"), second(echo, "c2"), third(echo, "c3"), fourth(echo, "c4");
  for (Connection* one : {&first, &second, &third}) one->hold(kSoon);
  observer->await(3);
  EXPECT_EQ(free.answer().code, Code::ok);
  fourth.hold(kSoon);
  observer->await(4);
  const Error refused = free.answer();
  EXPECT_EQ(refused.code, Code::unavailable);
  EXPECT_THAT(refused.message, HasSubstr("4 calls of the plugin are past their deadline"));
  first.letReturn();
  EXPECT_EQ(free.answer().code, Code::ok);
}

TEST_F(HungCall, LeavesOtherPluginsAlone) {
  CallLimits strict = limits();
  strict.hung = 1;
  Connection held(load("echo", strict), "c1");
  held.hold(kSoon);
  observer->await(1);
  const auto other = makeInstance("ignores_query");
  EXPECT_EQ(other->listStaged({}, {}).data.size(), 2U);
}

std::size_t threadsNow() {
  const auto tasks = std::filesystem::directory_iterator("/proc/self/task");
  return static_cast<std::size_t>(std::distance(begin(tasks), end(tasks)));
}

TEST(Watchdog, IsOneThreadAndEndsWithTheLastPlugin) {
  const std::size_t before = threadsNow();
  auto one = loadPlugin("echo");
  auto other = loadPlugin("ignores_query");
  EXPECT_EQ(threadsNow(), before + 1);
  one.reset();
  EXPECT_EQ(threadsNow(), before + 1);
  other.reset();
  EXPECT_EQ(threadsNow(), before);
}

}  // namespace
}  // namespace integration
