// A run of a connection of the real Ashby plugin, from its set-up to the quiet hours, with a simulated Ashby
// and simulated people.
#pragma once

#include "integration/simulation/simulate.hpp"

namespace ashby_simulation {

integration::simulation::Subject connectionLives();

}  // namespace ashby_simulation
