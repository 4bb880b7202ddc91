#include "integration/simulation/faults.hpp"

namespace integration::simulation {
namespace {

// Returns whether the fault concerns calls that a run makes rarely.
bool isRarelyPossible(Fault fault) {
  return fault == Fault::membersFail || fault == Fault::memberAnswerLost || fault == Fault::memberRefused;
}

}  // namespace

Faults::Faults(const Seed& seed, const std::set<Fault>& without, EventCounts& met)
    : prng_(seed, "faults"), met_(met) {
  static const std::vector<unsigned> kRates = {5, 20, 60};
  Prng selection(seed, "which faults");
  for (std::size_t i = 0; i < rates_.size(); ++i) {
    const auto fault = static_cast<Fault>(i);
    const unsigned rate = selection.oneOf(kRates) * (isRarelyPossible(fault) ? 6 : 1);
    if (selection.chance(450) && !without.contains(fault)) rates_[i] = rate;
  }
}

bool Faults::happens(Fault fault) {
  const unsigned rate = rates_[static_cast<std::size_t>(fault)];
  if (rate == 0 || !prng_.chance(rate)) return false;
  ++count_;
  met_.count(nameOf(fault));
  return true;
}

}  // namespace integration::simulation
