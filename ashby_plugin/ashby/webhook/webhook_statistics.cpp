#include "ashby/webhook/webhook_statistics.hpp"

#include <string>

namespace ashby {
namespace {

using integration::Commit;
using integration::Op;

constexpr std::int64_t kFactsEveryMs = 30000;

}  // namespace

WebhookStatistics::WebhookStatistics(const integration::Entry& facts, const integration::Entry& rejections,
                                     std::int64_t now)
    : now_(now), facts_(kept<WebhookFacts>(facts).value), rejections_(kept<Rejections>(rejections).value) {
  mustWrite_ = now - facts_.at >= kFactsEveryMs || facts_.at > now;
}

void WebhookStatistics::note(const Delivery& delivery, bool isTaken) {
  if (isTaken && delivery.concernsAHire())
    mustWrite_ |= countDuplicates(delivery) || now_ - facts_.ofHiresAt.value_or(0) >= kFactsEveryMs;
  mustWrite_ |= noteType(delivery);
}

void WebhookStatistics::addTo(Commit& commit) {
  mustWrite_ |= endRejections(commit);
  if (!mustWrite_) return;
  if (facts_.firstAt == 0) facts_.firstAt = now_;
  facts_.at = now_;
  commit.ops.push_back(Op::put(keys::kWebhookFacts, encode(facts_)));
}

// Counts deliveries that come twice, as each does if two webhooks of one type point here. Returns whether the
// facts changed.
bool WebhookStatistics::countDuplicates(const Delivery& delivery) {
  if (delivery.key.empty()) return false;
  if (facts_.lastKey == delivery.key) {
    if (facts_.lastDoubled.value_or(false)) return false;
    facts_.doubles = facts_.doubles.value_or(0) + 1;
    facts_.lastDoubled = true;
    return true;
  }
  if (!facts_.lastDoubled.value_or(false)) facts_.doubles.reset();
  facts_.lastKey = delivery.key;
  facts_.lastDoubled.reset();
  return true;
}

// Notes whether the delivery's type tells of hires. Until one has come that does, the connection waits and
// its health names the type that came instead. Returns true if that changes, so that it is stored at once.
bool WebhookStatistics::noteType(const Delivery& delivery) {
  if (delivery.isPing()) return false;
  const bool waits = !facts_.ofHiresAt;
  if (delivery.tellsOfHires()) {
    facts_.ofHiresAt = now_;
    facts_.otherAction.reset();
    return waits;
  }
  if (!waits || facts_.otherAction == delivery.action) return false;
  facts_.otherAction = delivery.action;
  return true;
}

// Ends the problem of a wrong or missing signature with the first authentic delivery. Returns whether there
// was one. The op has no condition on the version: strangers who send wrong signatures meanwhile must not
// make this delivery fail, and the worst is that one of their lines in the activity is begun again.
bool WebhookStatistics::endRejections(Commit& commit) {
  if (!rejections_.unresolved) return false;
  rejections_.unresolved.reset();
  commit.ops.push_back(Op::put(keys::kRejections, encode(rejections_)));
  return true;
}

}  // namespace ashby
