#include "ashby/mapping/offer_choice.hpp"

#include <algorithm>

#include "integration/time.hpp"

namespace ashby {
namespace {

std::optional<std::int64_t> timeOf(const Text& text) {
  return text ? integration::parseTime(*text) : std::nullopt;
}

bool isAccepted(const Offer& offer) {
  return offer.acceptanceStatus ? offer.acceptanceStatus == "Accepted"
                                : offer.offerStatus == "CandidateAccepted";
}

std::optional<std::int64_t> createdAt(const Offer& offer) {
  const OfferVersion* version = newestVersion(offer);
  return version != nullptr ? timeOf(version->createdAt) : std::nullopt;
}

// Compares by the first time that both have, else by id.
bool isNewer(const Offer& left, const Offer& right) {
  const auto leftDecided = timeOf(left.decidedAt), rightDecided = timeOf(right.decidedAt);
  if (leftDecided && rightDecided && *leftDecided != *rightDecided) return *leftDecided > *rightDecided;
  const auto leftCreated = createdAt(left), rightCreated = createdAt(right);
  if (leftCreated && rightCreated && *leftCreated != *rightCreated) return *leftCreated > *rightCreated;
  return left.id > right.id;
}

// Returns the one that no other behind it is newer than: times that are known in part give no order to sort
// by.
const Offer* newestOf(const std::vector<const Offer*>& offers) {
  const Offer* newest = nullptr;
  for (const Offer* offer : offers)
    if (newest == nullptr || isNewer(*offer, *newest)) newest = offer;
  return newest;
}

// Calls take(version) for each version, the latest last.
template <class Take>
void eachVersion(const Offer& offer, const Take& take) {
  for (const OfferVersion& version : offer.versions) take(version);
  if (offer.latestVersion) take(*offer.latestVersion);
}

template <class FetchRequest>
const OfferVersion* newest(const Offer& offer, const FetchRequest& wanted) {
  const OfferVersion* found = nullptr;
  eachVersion(offer, [&](const OfferVersion& version) {
    if (!wanted(version)) return;
    const auto then = found != nullptr ? timeOf(found->createdAt) : std::nullopt;
    const auto now = timeOf(version.createdAt);
    if (found == nullptr || !then || !now || *now >= *then) found = &version;
  });
  return found;
}

}  // namespace

std::vector<const Offer*> acceptedOffers(const std::vector<Offer>& offers) {
  std::vector<const Offer*> accepted;
  for (const Offer& offer : offers)
    if (isAccepted(offer)) accepted.push_back(&offer);
  std::ranges::sort(accepted, {}, &Offer::id);  // the same choice whatever the order of the list
  const auto first = std::find(accepted.begin(), accepted.end(), newestOf(accepted));
  if (first != accepted.end()) std::rotate(accepted.begin(), first, first + 1);
  return accepted;
}

const Offer* acceptedOffer(const std::vector<Offer>& offers) {
  const auto accepted = acceptedOffers(offers);
  return accepted.empty() ? nullptr : accepted.front();
}

bool contradictsItself(const Offer& offer) {
  if (!offer.acceptanceStatus) return false;
  const bool refused = offer.offerStatus == "CandidateRejected" || offer.offerStatus == "OfferCancelled";
  return isAccepted(offer) ? refused : offer.offerStatus == "CandidateAccepted";
}

bool isApproved(const OfferVersion& version) {
  const bool isKnown = std::ranges::find(version.leftOut, "approvalStatus") == version.leftOut.end();
  return isKnown && (!version.approvalStatus || version.approvalStatus == "Approved");
}

const OfferVersion* newestVersion(const Offer& offer) {
  return newest(offer, [](const OfferVersion&) { return true; });
}

const OfferVersion* agreedVersion(const Offer& offer) {
  return newest(offer, isApproved);
}

const OfferVersion* agreedVersion(const std::vector<Offer>& offers) {
  const Offer* offer = acceptedOffer(offers);
  return offer != nullptr ? agreedVersion(*offer) : nullptr;
}

}  // namespace ashby
