#include "integration/simulation/faults.hpp"

namespace integration::simulation {
namespace {

// Of calls that a life sees a few of only.
bool isRarelyPossible(Fault mishap) {
  return mishap == Fault::membersFail || mishap == Fault::memberAnswerLost || mishap == Fault::memberRefused;
}

}  // namespace

Faults::Faults(const Seed& seed, const std::set<Fault>& without, EventCounts& met)
    : dice_(seed, "mishaps"), met_(met) {
  static const std::vector<unsigned> kRates = {5, 20, 60};
  Prng selection(seed, "which mishaps");
  for (std::size_t i = 0; i < rates_.size(); ++i) {
    const auto mishap = static_cast<Fault>(i);
    const unsigned rate = selection.oneOf(kRates) * (isRarelyPossible(mishap) ? 6 : 1);
    if (selection.chance(450) && !without.contains(mishap)) rates_[i] = rate;
  }
}

bool Faults::happens(Fault mishap) {
  const unsigned rate = rates_[static_cast<std::size_t>(mishap)];
  if (rate == 0 || !dice_.chance(rate)) return false;
  ++count_;
  met_.count(nameOf(mishap));
  return true;
}

}  // namespace integration::simulation
