// The faults between a plugin and its host, whatever the plugin.
#pragma once

#include <array>
#include <set>
#include <string_view>

#include "integration/simulation/prng.hpp"
#include "integration/simulation/report.hpp"

namespace integration::simulation {

enum class Fault {
  storeReadFails,
  commitRefused,     // resource_exhausted: certainly nothing happened
  commitFails,       // unavailable: nothing happened, which the plugin can't know
  commitAnswerLost,  // it happened, which the plugin can't know
  httpTimesOut,      // the request never arrived
  httpBreaksOff,     // it was not answered whole
  httpAnswerLost,    // it was carried out and the answer came too late
  httpIsSlow,        // answered, after so long that the call's own deadline may have passed
  secretsFail,
  membersFail,       // unavailable: nothing happened
  memberAnswerLost,  // the member was created
  memberRefused,     // an issue of the host's own
  callCancelled,
  noticeFails,       // nobody was told
  noticeAnswerLost,  // they were
};

inline constexpr std::array<std::string_view, 15> kFaultNames = {
    "store read fails",   "commit refused",   "commit fails",   "commit answer lost", "http times out",
    "http breaks off",    "http answer lost", "http is slow",   "secrets fail",       "members fail",
    "member answer lost", "member refused",   "call cancelled", "notice fails",       "notice answer lost"};

// Counted for each notice: a plugin that tells nobody can't meet its failing.
inline constexpr std::string_view kPeopleTold = "people told";

constexpr std::string_view nameOf(Fault fault) {
  return kFaultNames[static_cast<std::size_t>(fault)];
}

// Each run has its own selection of faults, each with its own rate: a run in which one thing goes wrong
// all the time finds other mistakes than one in which everything goes wrong a little ("swarm testing").
class Faults {
 public:
  Faults(const Seed& seed, const std::set<Fault>& without, EventCounts& met);

  bool happens(Fault fault);
  // From now on everything works.
  void end() { rates_.fill(0); }
  std::uint64_t count() const { return count_; }

 private:
  Prng prng_;
  EventCounts& met_;
  std::array<unsigned, kFaultNames.size()> rates_{};  // per thousand
  std::uint64_t count_ = 0;
};

}  // namespace integration::simulation
