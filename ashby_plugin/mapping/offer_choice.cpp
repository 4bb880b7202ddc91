#include "mapping/offer_choice.hpp"

#include <tuple>

#include "integration/time.hpp"

namespace ashby {
namespace {

bool isAccepted(const Offer& offer) {
  return offer.acceptanceStatus == "Accepted" || offer.offerStatus == "CandidateAccepted";
}

std::int64_t timeOf(const Text& text) {
  return text ? integration::parseTime(*text).value_or(0) : 0;
}

auto age(const Offer& offer) {
  return std::tuple(timeOf(offer.decidedAt), offer.latestVersion ? timeOf(offer.latestVersion->createdAt) : 0,
                    offer.id);
}

}  // namespace

const Offer* acceptedOffer(const std::vector<Offer>& offers) {
  const Offer* newest = nullptr;
  for (const Offer& offer : offers)
    if (isAccepted(offer) && (newest == nullptr || age(*newest) < age(offer))) newest = &offer;
  return newest;
}

}  // namespace ashby
