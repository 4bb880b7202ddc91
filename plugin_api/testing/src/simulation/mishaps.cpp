#include "integration/simulation/mishaps.hpp"

namespace integration::simulation {
namespace {

// Of calls that a life sees a few of only.
bool isRarelyPossible(Mishap mishap) {
  return mishap == Mishap::membersFail || mishap == Mishap::memberAnswerLost ||
         mishap == Mishap::memberRefused;
}

}  // namespace

Mishaps::Mishaps(const Seed& seed, const std::set<Mishap>& without, Met& met)
    : dice_(seed, "mishaps"), met_(met) {
  static const std::vector<unsigned> kRates = {5, 20, 60};
  Dice selection(seed, "which mishaps");
  for (std::size_t i = 0; i < rates_.size(); ++i) {
    const auto mishap = static_cast<Mishap>(i);
    const unsigned rate = selection.oneOf(kRates) * (isRarelyPossible(mishap) ? 6 : 1);
    if (selection.chance(450) && !without.contains(mishap)) rates_[i] = rate;
  }
}

bool Mishaps::happens(Mishap mishap) {
  const unsigned rate = rates_[static_cast<std::size_t>(mishap)];
  if (rate == 0 || !dice_.chance(rate)) return false;
  ++count_;
  met_.count(nameOf(mishap));
  return true;
}

}  // namespace integration::simulation
