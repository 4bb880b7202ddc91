// Tests how many calls of a connection run at once, which calls wait, and which are refused.
#include "integration/host/call_slots.hpp"

#include <thread>

#include "support.hpp"

namespace integration {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using namespace std::chrono_literals;

class Slots : public testing::Test {
 protected:
  static CallLimits patient() {
    CallLimits limits;
    limits.wait = 1h;
    return limits;
  }
  std::shared_ptr<CallSlots> slots(const CallLimits& limits) {
    library = PluginLibrary::load(Manifest::read(pluginFolder("echo")), Unload::keepMapped, limits);
    return std::make_shared<CallSlots>(library, "c1");
  }
  // Asks for a slot. Keeps the slot and the order of names in `held` and `started`, or the error in
  // `refused`.
  void ask(CallSlots& of, int name) {
    of.acquire(
        [this, name](CallSlot slot) {
          const std::lock_guard lock(mutex);
          started.push_back(name);
          held.push_back(std::move(slot));
        },
        [this](const Failure& why) {
          const std::lock_guard lock(mutex);
          refused.push_back(why.error());
          changed.notify_all();
        });
  }
  void askOften(CallSlots& of, int times) {
    for (int i = 0; i < times; ++i) ask(of, i);
  }
  // Releases the oldest slot.
  void release() {
    const CallSlot oldest = std::move(held.front());
    held.erase(held.begin());
  }
  Error awaitRefusal() {
    std::unique_lock lock(mutex);
    changed.wait(lock, [this] { return !refused.empty(); });
    return refused.front();
  }

  std::shared_ptr<const PluginLibrary> library;
  std::recursive_mutex mutex;
  std::condition_variable_any changed;
  std::vector<int> started;
  std::vector<Error> refused;
  std::vector<CallSlot> held;
};

using ConnectionCallSlots = Slots;
using PluginCallInASlot = Slots;

TEST_F(ConnectionCallSlots, AreSixteen) {
  const auto of = slots(patient());
  askOften(*of, 17);
  EXPECT_EQ(held.size(), 16U);
  release();
  EXPECT_EQ(started.back(), 16);
  EXPECT_TRUE(refused.empty());
}

TEST_F(ConnectionCallSlots, AreGivenInOrder) {
  CallLimits limits = patient();
  limits.atOnce = 1;
  const auto of = slots(limits);
  askOften(*of, 4);
  while (!held.empty()) release();
  EXPECT_THAT(started, ElementsAre(0, 1, 2, 3));
}

TEST_F(ConnectionCallSlots, RefuseThe257thWaiter) {
  const auto of = slots(patient());
  askOften(*of, 16 + 256);
  EXPECT_TRUE(refused.empty());
  EXPECT_TRUE(of->refusal().has_value());
  ask(*of, 0);
  ASSERT_EQ(refused.size(), 1U);
  EXPECT_EQ(refused[0].code, Code::resourceExhausted);
  EXPECT_EQ(refused[0].message, "plugin echo, connection c1: 256 calls wait already for their turn");
  EXPECT_TRUE(refused[0].retryAfterMs.has_value());
  of->close();
}

TEST_F(ConnectionCallSlots, RefuseAWaiterInTheEnd) {
  CallLimits limits;
  limits.wait = 5ms;
  const auto of = slots(limits);
  askOften(*of, 17);
  const Error why = awaitRefusal();
  EXPECT_EQ(why.code, Code::resourceExhausted);
  EXPECT_EQ(why.message, "plugin echo, connection c1: none of the 16 calls that run has ended in time");
  EXPECT_TRUE(why.retryAfterMs.has_value());
}

TEST_F(ConnectionCallSlots, RefuseAllWaitersWhenClosed) {
  const auto of = slots(patient());
  askOften(*of, 18);
  of->close();
  ASSERT_EQ(refused.size(), 2U);
  EXPECT_EQ(refused[0].code, Code::unavailable);
  release();
  EXPECT_EQ(started.size(), 16U);
}

TEST_F(ConnectionCallSlots, AreItsOwn) {
  const auto of = slots(patient());
  const auto other = std::make_shared<CallSlots>(library, "c2");
  askOften(*of, 17);
  ask(*other, 99);
  EXPECT_EQ(started.back(), 99);
  of->close();
}

TEST_F(ConnectionCallSlots, AreGivenToWorkBeforeOthers) {
  CallLimits limits = patient();
  limits.atOnce = 1;
  const auto of = slots(limits);
  askOften(*of, 2);
  std::vector<int> startedBefore;
  std::atomic<bool> isDone = false;
  std::thread work([&] {
    {
      const CallSlot first = of->acquire(1h, CallSlots::Turn::first);
      const std::lock_guard lock(mutex);
      startedBefore = started;
    }
    isDone = true;
  });
  while (of->waiting() < 2) std::this_thread::yield();
  while (!isDone) {
    const std::lock_guard lock(mutex);
    if (!held.empty()) release();
  }
  work.join();
  EXPECT_THAT(startedBefore, ElementsAre(0));
  EXPECT_THAT(started, ElementsAre(0, 1));
}

TEST_F(ConnectionCallSlots, AreLostByNobodyUnderLoad) {
  CallLimits limits = patient();
  limits.atOnce = 3;
  limits.waiting = 8;
  const auto of = slots(limits);
  std::atomic<int> running = 0, most = 0, answered = 0;
  auto run = [&](const CallSlot&) {
    const int now = ++running;
    for (int seen = most; seen < now && !most.compare_exchange_weak(seen, now);) continue;
    ++answered;
    --running;
  };
  std::vector<std::thread> callers;
  for (int i = 0; i < 6; ++i)
    callers.emplace_back([&, i] {
      for (int n = 0; n < 200; ++n)
        if (i % 2 == 0)
          of->acquire([&](CallSlot slot) { run(slot); }, [&](const Failure&) { ++answered; });
        else
          errorOf([&] { run(of->acquire(1h)); }).code == Code::ok ? 0 : ++answered;
    });
  for (std::thread& caller : callers) caller.join();
  EXPECT_EQ(answered, 6 * 200);
  EXPECT_LE(most, 3);
}

TEST_F(PluginCallInASlot, WaitsForOneIfItHasNone) {
  CallLimits limits;
  limits.atOnce = 1;
  limits.wait = 5ms;
  const auto of = slots(limits);
  const auto instance = PluginInstance::create(of, {"c1", "echo"});
  ask(*of, 0);
  const Error error = errorOf([&] { instance->listStaged({}, {}); });
  EXPECT_EQ(error.code, Code::resourceExhausted);
  EXPECT_THAT(error.message, HasSubstr("list_staged is refused: plugin echo, connection c1: none of the 1"));
  held.clear();
  EXPECT_EQ(instance->listStaged({}, {}).data.size(), 1U);
}

TEST_F(PluginCallInASlot, RunsInTheOneThatItIsGiven) {
  CallLimits limits;
  limits.atOnce = 1;
  const auto of = slots(limits);
  const auto instance = PluginInstance::create(of, {"c1", "echo"});
  const CallSlot slot = of->acquire(1h);
  CallOptions options;
  options.slot = &slot;
  EXPECT_EQ(instance->listStaged(options, {}).data.size(), 1U);
}

}  // namespace
}  // namespace integration
