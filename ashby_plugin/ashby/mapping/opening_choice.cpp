#include "ashby/mapping/opening_choice.hpp"

#include <algorithm>

#include "ashby/mapping/offer_choice.hpp"
#include "fields/fields.hpp"

namespace ashby {
namespace {

bool saySame(const OpeningVersion& left, const OpeningVersion& right) {
  return left.employmentType == right.employmentType &&
         std::ranges::is_permutation(left.locationIds, right.locationIds);
}

Text locationOfJob(const HireFacts& facts) {
  if (facts.job && !blank(facts.job->locationId)) return facts.job->locationId;
  return facts.application.job ? facts.application.job->locationId : std::nullopt;
}

}  // namespace

FilledOpening filledOpening(const HireFacts& facts) {
  const OfferVersion* agreed = agreedVersion(facts.offers);
  const Text named = agreed != nullptr ? agreed->openingId : std::nullopt;
  FilledOpening filled;
  std::vector<const OpeningVersion*> shown;
  for (const Opening& opening : facts.application.openings) {
    if (!opening.latestVersion) continue;
    if (named && opening.id == named) return {&*opening.latestVersion};
    shown.push_back(&*opening.latestVersion);
  }
  filled.offerNamesAnother = named && !shown.empty();
  filled.severalRemain =
      std::ranges::any_of(shown, [&](const OpeningVersion* one) { return !saySame(*one, *shown.front()); });
  if (!shown.empty() && !filled.severalRemain) filled.version = shown.front();
  return filled;
}

Workplace workplaceOf(const HireFacts& facts) {
  const Text ofJob = locationOfJob(facts);
  const OpeningVersion* opening = filledOpening(facts).version;
  if (opening == nullptr || opening->locationIds.empty()) return {ofJob};
  const auto& places = opening->locationIds;
  const bool hasJobs = ofJob && std::ranges::find(places, *ofJob) != places.end();
  return {hasJobs ? ofJob : Text(places.front()), ofJob && !hasJobs, places.size() > 1};
}

}  // namespace ashby
