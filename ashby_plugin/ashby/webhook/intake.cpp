#include "ashby/webhook/intake.hpp"

#include <algorithm>
#include <utility>

#include "ashby/webhook/delivery.hpp"
#include "ashby/webhook/rejection.hpp"
#include "ashby/webhook/signature.hpp"
#include "hires/records/activity.hpp"
#include "hires/records/hire_repository.hpp"
#include "hires/records/inbox.hpp"
#include "hires/records/matching.hpp"
#include "hires/records/settings.hpp"

namespace ashby {
namespace {

using integration::Commit;
using integration::Entry;
using integration::Op;
using integration::WebhookReply;
using integration::WebhookRequest;

constexpr std::int64_t kFactsEveryMs = 30000;

WebhookReply answer(int status, const char* what) {
  return {status, {{"Content-Type", "application/json"}}, std::string("{\"status\":\"") + what + "\"}"};
}

bool authentic(integration::Call& call, const WebhookRequest& request) {
  constexpr std::size_t kMost = 8;  // each is compared with each secret
  const std::vector<std::string_view> signatures = signaturesIn(request.headers);
  if (signatures.empty() || signatures.size() > kMost) return false;
  // Another host may have rotated the secret: a signature is called wrong only after a fresh read.
  for (const bool fresh : {false, true}) {
    std::vector<std::string> secrets = call.secrets().get(kWebhookSecret, fresh);
    const bool holds = std::all_of(signatures.begin(), signatures.end(), [&](std::string_view signature) {
      return signatureHolds(signature, request.body, secrets);
    });
    wipe(secrets);
    if (holds) return true;
  }
  return false;
}

bool mayConcernAHire(const Delivery& delivery, const HeldIdentity& held, bool awaited) {
  if (held.is(HireStatus::discarded)) return false;
  if (held.is(HireStatus::promoted)) return !held.identity->hireId.empty();
  if (delivery.hired || awaited) return true;
  return held.is(HireStatus::staged) || held.is(HireStatus::withdrawn);
}

// Whether each delivery comes twice, as it does where two webhooks of one type point here. True if that is
// to be remembered.
bool countDuplicates(WebhookFacts& facts, const Delivery& delivery) {
  if (delivery.key.empty()) return false;
  if (facts.lastKey == delivery.key) {
    if (facts.lastDoubled.value_or(false)) return false;
    facts.doubles = facts.doubles.value_or(0) + 1;
    facts.lastDoubled = true;
    return true;
  }
  if (!facts.lastDoubled.value_or(false)) facts.doubles.reset();
  facts.lastKey = delivery.key;
  facts.lastDoubled.reset();
  return true;
}

// Notes whether the delivery's type tells of hires. Until one has come that does, the connection waits and
// its health names the type that came instead: returns true if that changes, so that it is kept at once.
bool noteType(WebhookFacts& facts, const Delivery& delivery, std::int64_t now) {
  if (delivery.isPing()) return false;
  const bool waits = !facts.ofHiresAt;
  if (delivery.tellsOfHires()) {
    facts.ofHiresAt = now;
    facts.otherAction.reset();
    return waits;
  }
  if (!waits || facts.otherAction == delivery.action) return false;
  facts.otherAction = delivery.action;
  return true;
}

// The problem of a wrong or missing signature ends with the first authentic delivery. Returns whether there
// was one. Without a condition on the version: strangers who send wrong signatures meanwhile must not make
// this delivery fail, and the worst is that one of their lines in the activity is begun again.
bool endRejections(Commit& commit, const Entry& entry) {
  auto held = kept<Rejections>(entry);
  if (!held.value.unresolved) return false;
  held.value.unresolved.reset();
  commit.ops.push_back(Op::put(keys::kRejections, encode(held.value)));
  return true;
}

// A candidate who was merged or deleted: its new hires are read again.
void enqueueHiresOf(integration::Call& call, Commit& commit, const std::vector<std::string>& candidateIds,
                    std::int64_t now) {
  for (const std::string& candidateId : candidateIds)
    for (const std::string& hireId : hiresOfCandidate(call.store(), candidateId))
      if (const auto hire = findHire(call.store(), hireId))
        enqueue(commit, call.store().get(keys::inbox(hire->applicationId())), {hire->applicationId(), ""},
                now);
}

}  // namespace

WebhookReply takeDelivery(integration::Call& call, const WebhookRequest& request) {
  const std::int64_t now = call.clock().now();
  if (!load<Settings>(call.store(), keys::kSettings).value.enabled) return answer(403, "disabled");
  if (request.method != "POST") return {405, {{"Allow", "POST"}}, {}};
  if (request.bodyWithheld) {
    rememberRejection(call, now, RejectedFor::size);
    return answer(413, "body too large");
  }
  if (!authentic(call, request)) {
    const bool given = integration::findHeader(request.headers, "Ashby-Signature").has_value();
    rememberRejection(call, now, given ? RejectedFor::wrongSignature : RejectedFor::missingSignature);
    return answer(401, "signature refused");
  }

  const DeliveryOrReason read = readDelivery(request.body);
  return untilCommitted([&]() -> std::optional<WebhookReply> {
    Commit commit;
    const char* outcome = "ignored";
    const std::vector<std::string> noted = {keys::kWebhookFacts, keys::kRejections};
    const auto before = call.store().get(noted);
    WebhookFacts facts = kept<WebhookFacts>(before[0]).value;
    bool factsAreOld = now - facts.at >= kFactsEveryMs || facts.at > now;
    if (!read.delivery) {
      commit.ops.push_back(record(call, now, {"webhook", "ignored", read.reason, {}, {}, 1, {}}));
    } else if (read.delivery->isPing()) {
      commit.ops.push_back(record(call, now, {"webhook", "ok", "Ashby's ping was answered", {}, {}, 1, {}}));
      outcome = "pong";
    } else if (read.delivery->concernsAHire()) {
      const std::string& id = read.delivery->applicationId;
      const std::vector<std::string> wanted = {keys::application(id), keys::inbox(id)};
      const auto entries = call.store().get(wanted);
      const HeldIdentity held{entries[0], decode<ApplicationRecord>(entries[0])};
      if (mayConcernAHire(*read.delivery, held, entries[1].present())) {
        const std::int64_t readAt = held.identity ? held.identity->readAt : 0;
        enqueue(commit, entries[1], {id, read.delivery->updatedAt, readAt + kReadAgainAfterMs, false, false},
                now);
        outcome = "taken";
        factsAreOld |=
            countDuplicates(facts, *read.delivery) || now - facts.ofHiresAt.value_or(0) >= kFactsEveryMs;
      }
    } else if (enqueueHiresOf(call, commit, read.delivery->candidateIds, now); !commit.ops.empty()) {
      outcome = "taken";
    }
    if (read.delivery) factsAreOld |= noteType(facts, *read.delivery, now);
    factsAreOld |= endRejections(commit, before[1]);
    if (factsAreOld) {
      if (facts.firstAt == 0) facts.firstAt = now;
      facts.at = now;
      commit.ops.push_back(Op::put(keys::kWebhookFacts, encode(facts)));
    }
    if (commit.ops.empty() || call.store().commit(commit).ok()) return answer(200, outcome);
    return std::nullopt;
  });
}

}  // namespace ashby
