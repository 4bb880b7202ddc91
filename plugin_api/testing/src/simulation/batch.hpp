// Lives in numbers, on several threads, and what they add up to.
#pragma once

#include "integration/simulation/simulate.hpp"

namespace integration::simulation {

struct BatchOptions {
  std::uint64_t runs = 1000;
  unsigned jobs = 1;
  RunOptions run;  // of the first; the seed grows by one from run to run
};

struct BatchReport {
  std::uint64_t runs = 0, hostCalls = 0, outsideEvents = 0, faults = 0, crashes = 0;
  std::uint64_t digest = 0;  // of all runs, in whatever order they ran
  double coreSeconds = 0;
  EventCounts met;
  std::optional<RunReport> first;  // the one with a finding that has the lowest seed
};

// Ends early with the first finding. A run that doesn't go on for kStuckSeconds - as where the plugin holds
// a lock while it calls its host - can't be ended: the process is, after a line that names its seed.
inline constexpr int kStuckSeconds = 20;
BatchReport runBatch(const std::shared_ptr<const PluginLibrary>& library, const Subject& subject,
                     const BatchOptions& options);

}  // namespace integration::simulation
