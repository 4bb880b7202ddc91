#include "integration/simulation/mishaps.hpp"

namespace integration::simulation {

Mishaps::Mishaps(std::uint64_t seed, const std::set<Mishap>& without, Met& met)
    : dice_(seed, "mishaps"), met_(met) {
  static const std::vector<unsigned> kRates = {5, 20, 60};
  Dice selection(seed, "which mishaps");
  for (std::size_t i = 0; i < rates_.size(); ++i) {
    const unsigned rate = selection.oneOf(kRates);
    if (selection.chance(450) && !without.contains(static_cast<Mishap>(i))) rates_[i] = rate;
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
