// Runs of a connection of the real Ashby plugin, with a simulated Ashby and simulated people. A run lasts
// from the set-up to the quiet hours.
#pragma once

#include "integration/simulation/simulate.hpp"

namespace ashby_simulation {

integration::simulation::Subject connectionLives();

}  // namespace ashby_simulation
