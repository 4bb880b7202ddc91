// Many runs of a plugin: the program that a plugin's author writes five lines for.
//
//   int main(int argc, char** argv) {
//     return integration::simulation::simulate(argc, argv, {[](auto seed) { return
//     std::make_unique<MyWorld>(seed); }});
//   }
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "integration/simulation/simulated_host.hpp"

namespace integration::simulation {

struct Subject {
  std::function<std::unique_ptr<Scenario>(const Seed& seed)> scenario;
  // Events that the scenario counts with host.met(): none may be zero in kFullRun runs or more.
  std::vector<std::string> requiredEvents = {};
};

inline constexpr std::uint64_t kFullRun = 1000;

RunReport runOnce(std::shared_ptr<const PluginLibrary> library, const Subject& subject,
                  const RunOptions& options);

// A run with the same finding and as little else as could be left out: events, faults, crashes. The options
// that replay it; `options` themselves where nothing could.
RunOptions shrunk(const std::shared_ptr<const PluginLibrary>& library, const Subject& subject,
                  const RunOptions& options, const Finding& finding);

// Runs the command line of a simulation; --help explains it:
// --plugin DIR --schedules N --seed S --jobs N --trace --only-events I,I --without FAULT,FAULT --no-crashes
// --flaw NAME
// Returns 0 if nothing was found, 1 if something was or was never met, 2 for wrong arguments.
int simulate(int argc, char** argv, const Subject& subject);

}  // namespace integration::simulation
