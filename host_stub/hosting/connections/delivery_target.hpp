// Where a delivery goes, known from memory alone: for the network thread.
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
  std::shared_ptr<const integration::CallSlots> slots;  // of its calls; null before the first one
};

}  // namespace host_stub
