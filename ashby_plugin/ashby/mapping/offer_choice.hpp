// Which of an application's offers, and which version of it, says what was agreed. Ashby documents neither an
// order nor a "current" offer, so these are our rules:
//   1. An offer is accepted if its acceptanceStatus says so; its offerStatus, which Ashby derives from that,
//      counts only if there is none.
//   2. Among several accepted offers the newest counts, by decidedAt, else by its version's createdAt. A time
//      that isn't known is not the oldest: such a choice is told as doubtful (MappedHire::issues).
//   3. A version counts once it is approved, or if no approval is asked for. A word that isn't known is no
//      approval.
#pragma once

#include <vector>

#include "ashby/answers/offer.hpp"

namespace ashby {

// Returns the accepted offer, which points into `offers`; null if none is accepted.
const Offer* acceptedOffer(const std::vector<Offer>& offers);
// Returns all accepted offers, the one that counts first.
std::vector<const Offer*> acceptedOffers(const std::vector<Offer>& offers);
// Whether acceptanceStatus and offerStatus say the opposite of each other.
bool contradictsItself(const Offer& offer);

// Returns the newest version that counts, which points into `offer`; null if none does.
const OfferVersion* agreedVersion(const Offer& offer);
// The same of the accepted offer; null if there is none.
const OfferVersion* agreedVersion(const std::vector<Offer>& offers);
// Returns the newest version, approved or not; null if Ashby shows none.
const OfferVersion* newestVersion(const Offer& offer);
bool isApproved(const OfferVersion& version);

}  // namespace ashby
