// The inner state of a SimulatedHost.
#pragma once

#include "engine.hpp"

namespace integration::simulation {

struct SimulatedHost::State {
  Engine engine;
};

}  // namespace integration::simulation
