// Which run, and what is left out of it or looked at in it.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <set>

#include "integration/simulation/faults.hpp"
#include "integration/simulation/seed.hpp"

namespace integration::simulation {

// Breaches of a host, so that the simulation is seen to go red.
enum class HostFlaw { none, losesWakeAt, letsTheFencedOutWrite, answersCommitBeforeItHappens };

struct RunOptions {
  std::uint64_t seed = 1;
  std::shared_ptr<const ChosenValues> given;
  bool keepTrace = false;
  std::optional<std::set<std::size_t>> onlyEvents;  // by their order in the plan
  std::set<Fault> without;
  bool crashes = true;  // false: planned crashes and failovers don't happen
  HostFlaw flaw = HostFlaw::none;
  std::atomic<std::uint64_t>* heartbeat = nullptr;  // grows as long as the run goes on
  std::function<void(std::uint64_t durableDigest)> onDurableChange;
  std::function<void()> onCrash;  // at the crash point, after its toss
  std::function<void(std::uint64_t durableDigest)>
      onCrashed;  // once nothing of the dead process runs any more
};

}  // namespace integration::simulation
