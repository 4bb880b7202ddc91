// Runs of the real Ashby plugin in a simulated host.
#include "connection_run.hpp"

int main(int argc, char** argv) {
  return integration::simulation::simulate(argc, argv, ashby_simulation::connectionLives());
}
