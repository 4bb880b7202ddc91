// Tests tasks that need a slot of a connection while all its slots are taken.
#include "hosting/connections/slot_waits.hpp"

#include <gtest/gtest.h>

#include <future>
#include <thread>

namespace host_stub::test {
namespace {

using integration::CallLimits;
using integration::CallSlot;
using integration::CallSlots;
using integration::Failure;
using namespace std::chrono_literals;

class SlotWaiting : public testing::Test {
 protected:
  std::shared_ptr<CallSlots> oneSlot(std::chrono::milliseconds wait) {
    CallLimits limits;
    limits.atOnce = 1;
    limits.wait = wait;
    return std::make_shared<CallSlots>(
        integration::PluginLibrary::load(integration::Manifest::read(WAITING),
                                         integration::Unload::keepMapped, limits),
        "c1");
  }
  // Takes the only slot.
  void take(CallSlots& slots) { taken_ = slots.acquire(1h); }
  void giveBack() { taken_ = CallSlot(); }
  void run(const std::shared_ptr<CallSlots>& slots) {
    waits_.run(
        slots,
        [this] {
          ++runs_;
          ranOn_ = std::this_thread::get_id();
          held_ = HeldSlot::current().slot != nullptr;
        },
        [this](SlotWaits::Task task) { posted_.set_value(std::move(task)); });
  }

  int runs_ = 0;
  bool held_ = false;
  std::thread::id ranOn_;
  std::promise<SlotWaits::Task> posted_;
  CallSlot taken_;
  SlotWaits waits_;
};

TEST_F(SlotWaiting, ATaskWithAFreeSlotRunsAtOnce) {
  const auto slots = oneSlot(1h);
  run(slots);
  EXPECT_EQ(runs_, 1);
  EXPECT_EQ(ranOn_, std::this_thread::get_id());
  EXPECT_TRUE(held_);
  EXPECT_EQ(HeldSlot::current().slots, nullptr);
  take(*slots);  // the task gave it back
}

TEST_F(SlotWaiting, ATaskWithoutASlotLeavesItsThread) {
  const auto slots = oneSlot(1h);
  take(*slots);
  run(slots);
  EXPECT_EQ(runs_, 0);
  giveBack();
  const SlotWaits::Task task = posted_.get_future().get();
  EXPECT_EQ(runs_, 0) << "the thread that gave the slot back has its own work";
  task();
  EXPECT_EQ(runs_, 1);
  EXPECT_TRUE(held_);
}

TEST_F(SlotWaiting, ARefusedTaskRunsWithoutASlot) {
  const auto slots = oneSlot(20ms);
  take(*slots);
  run(slots);
  posted_.get_future().get()();
  EXPECT_EQ(runs_, 1);
  EXPECT_FALSE(held_);
}

TEST_F(SlotWaiting, ATaskWithASlotInHandTakesNoOther) {
  const auto slots = oneSlot(1h);
  const auto mine = std::make_shared<const CallSlot>(slots->acquire(1h));
  const HeldSlot held({slots, mine});
  run(slots);
  EXPECT_EQ(runs_, 1);
}

TEST_F(SlotWaiting, TheEndWaitsForWhatWaits) {
  const auto slots = oneSlot(20ms);
  take(*slots);
  run(slots);
  waits_.finish();
  EXPECT_EQ(posted_.get_future().wait_for(0s), std::future_status::ready);
  run(slots);
  EXPECT_EQ(runs_, 1) << "nothing waits any more";
  EXPECT_FALSE(held_);
}

}  // namespace
}  // namespace host_stub::test
