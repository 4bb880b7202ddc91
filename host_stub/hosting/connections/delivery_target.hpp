// Where a delivery goes. The network thread learns it from memory alone, since it must not block.
#pragma once

#include <memory>
#include <string>

#include "integration/host/call_slots.hpp"

namespace host_stub {

struct DeliveryTarget {
  enum class State {
    open,         // its plugin may be called
    disabled,     // an admin has disabled the connection
    unavailable,  // its plugin is not loaded
  };

  std::string integration;      // the plugin's id
  std::string signatureHeader;  // the header that every delivery must have; "" if there is none
  State state = State::open;
  // The slots for the connection's calls. Null if the plugin is not loaded, and before the connection's first
  // use in this process.
  std::shared_ptr<const integration::CallSlots> slots;
};

}  // namespace host_stub
