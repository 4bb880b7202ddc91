#include "hosting/connections/held_slot.hpp"

#include <utility>

namespace host_stub {
namespace {

thread_local SlotDecision ofThisThread;

}  // namespace

HeldSlot::HeldSlot(SlotDecision decision) : outer_(std::exchange(ofThisThread, std::move(decision))) {}

HeldSlot::~HeldSlot() {
  ofThisThread = std::move(outer_);
}

const SlotDecision& HeldSlot::current() {
  return ofThisThread;
}

void HeldSlot::leave(const integration::CallSlots& slots) {
  if (ofThisThread.slots.get() == &slots) ofThisThread = {};
}

}  // namespace host_stub
