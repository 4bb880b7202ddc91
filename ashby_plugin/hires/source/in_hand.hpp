// Names the application that is being read, so that a crash meanwhile can be told by it.
#pragma once

#include <string_view>

#include "integration/services.hpp"

namespace ashby {

// Names the item in hand until it is destroyed. Don't nest.
class InHand {
 public:
  InHand(integration::Log& log, std::string_view application) : log_(log) { log_.note(application); }
  ~InHand() { log_.note({}); }
  InHand(const InHand&) = delete;
  InHand& operator=(const InHand&) = delete;

 private:
  integration::Log& log_;
};

}  // namespace ashby
