// What a SimulatedHost keeps to itself.
#pragma once

#include "engine.hpp"

namespace integration::simulation {

struct SimulatedHost::State {
  Engine engine;
};

}  // namespace integration::simulation
