// The slot that this thread has for the calls it makes of one connection.
#pragma once

#include <memory>

#include "integration/host/call_slots.hpp"

namespace host_stub {

// How the wait for a slot of a connection has ended.
struct SlotDecision {
  std::shared_ptr<integration::CallSlots> slots;      // of the connection; null: there was no wait
  std::shared_ptr<const integration::CallSlot> slot;  // null: refused
};

// While it lives, this thread's calls of the connection run in the slot. If none was given, they are refused
// at once. They don't wait for a slot again. [one thread]
class HeldSlot {
 public:
  explicit HeldSlot(SlotDecision decision);
  ~HeldSlot();
  HeldSlot(const HeldSlot&) = delete;
  HeldSlot& operator=(const HeldSlot&) = delete;

  // Returns what this thread was given last; null slots if nothing.
  static const SlotDecision& current();
  // Ends the use of the slot on this thread if it is one of these. Another thread goes on using it.
  static void leave(const integration::CallSlots& slots);

 private:
  SlotDecision outer_;
};

}  // namespace host_stub
