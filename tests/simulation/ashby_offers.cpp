// Offers in the simulated Ashby: made, changed, approved or not, accepted, cancelled, deleted.
#include <algorithm>

#include "ashby.hpp"

namespace ashby_simulation {
namespace {

// A day that no other version starts on.
std::string startOf(std::size_t version) {
  constexpr std::size_t kDays = 28;
  const auto twoDigits = [](std::size_t number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return "2027-" + twoDigits(2 + version / kDays % 11) + "-" + twoDigits(1 + version % kDays);
}

}  // namespace

void Ashby::planOffer(std::size_t number, std::int64_t at, const std::function<std::int64_t()>& when) {
  auto& recruiting = world.recruiting;
  auto now = [this] { return host_.now(); };
  const std::size_t version = ++versions_;
  const ashby_simulator::Json terms = {{"startDate", startOf(version)},
                                       {"salary", {{"value", 50500 + version}, {"currencyCode", "EUR"}}}};
  switch (prng_.below(4)) {
    case 0:
      happens(at, "offer made", number, [=, &recruiting](Person& p) {
        p.offerId = recruiting.makeOffer(p.applicationId, terms, now());
        recruiting.sendOffer(p.offerId, now());
      });
      break;
    case 1:
      planVersion(number, at, terms, when);
      break;
    case 2:
      happens(at, "offer accepted late", number,
              [=, &recruiting](Person& p) { recruiting.acceptOffer(p.offerId, now()); });
      break;
    default:
      if (prng_.chance(500))
        happens(at, "offer cancelled", number,
                [=, &recruiting](Person& p) { recruiting.cancelOffer(p.offerId, now()); });
      else
        happens(at, "offer deleted", number,
                [=, &recruiting](Person& p) { recruiting.deleteOffer(p.offerId, now()); });
      break;
  }
}

// A new version that counts at once, or waits for its approval, which may come, be refused, or never be
// decided.
void Ashby::planVersion(std::size_t number, std::int64_t at, ashby_simulator::Json terms,
                        const std::function<std::int64_t()>& when) {
  auto& recruiting = world.recruiting;
  const bool waits = prng_.chance(600);
  terms["approvalStatus"] = waits ? ashby_simulator::Json("WaitingOnApprovals") : ashby_simulator::Json();
  happens(at, waits ? "offer waits for approval" : "offer changed", number,
          [=, this, &recruiting](Person& p) { recruiting.addOfferVersion(p.offerId, terms, host_.now()); });
  if (!waits || !prng_.chance(700)) return;
  const bool approves = prng_.chance(600);
  happens(std::max(at, when()), approves ? "offer approved" : "offer not approved", number,
          [=, this, &recruiting](Person& p) {
            recruiting.decideApproval(p.offerId, approves ? "Approved" : "Declined", host_.now());
          });
}

}  // namespace ashby_simulation
