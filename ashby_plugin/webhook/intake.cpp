#include "webhook/intake.hpp"

#include <algorithm>

#include "connection/settings.hpp"
#include "hires/activity.hpp"
#include "hires/inbox.hpp"
#include "hires/ledger.hpp"
#include "webhook/delivery.hpp"
#include "webhook/rejection.hpp"
#include "webhook/signature.hpp"

namespace ashby {
namespace {

using integration::Commit;
using integration::Op;
using integration::WebhookReply;
using integration::WebhookRequest;

constexpr std::int64_t kFactsEveryMs = 30000;

WebhookReply answer(int status, const char* what) {
  return {status, {{"Content-Type", "application/json"}}, std::string("{\"status\":\"") + what + "\"}"};
}

bool authentic(integration::Call& call, const WebhookRequest& request) {
  const auto signature = integration::findHeader(request.headers, "Ashby-Signature");
  if (!signature) return false;
  // Another host may have rotated the secret: a signature is called wrong only after a fresh read.
  for (const bool fresh : {false, true})
    if (signatureHolds(*signature, request.body, call.secrets().get(kWebhookSecret, fresh))) return true;
  return false;
}

bool mayConcernAHire(const Delivery& delivery, const HeldIdentity& held, bool awaited) {
  if (held.is(Fate::promoted) || held.is(Fate::discarded)) return false;
  if (delivery.hired || awaited) return true;
  return held.is(Fate::staged) || held.is(Fate::withdrawn);
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
    const auto facts = load<WebhookFacts>(call.store(), keys::kWebhookFacts);
    if (now - facts.value.at >= kFactsEveryMs || facts.value.at > now)
      commit.ops.push_back(Op::put(
          keys::kWebhookFacts, encode(WebhookFacts{facts.value.firstAt ? facts.value.firstAt : now, now})));
    if (!read.delivery) {
      commit.ops.push_back(record(call, now, {"webhook", "ignored", read.reason, {}, {}, 1, {}}));
    } else if (read.delivery->isPing()) {
      commit.ops.push_back(record(call, now, {"webhook", "ok", "Ashby's ping was answered", {}, {}, 1, {}}));
      outcome = "pong";
    } else if (read.delivery->concernsAHire()) {
      const std::string& id = read.delivery->applicationId;
      const std::vector<std::string> wanted = {keys::application(id), keys::inbox(id)};
      const auto entries = call.store().get(wanted);
      const HeldIdentity held{entries[0], decode<Identity>(entries[0])};
      if (mayConcernAHire(*read.delivery, held, entries[1].present())) {
        const std::int64_t readAt = held.identity ? held.identity->readAt : 0;
        enqueue(commit, entries[1], {id, read.delivery->updatedAt, readAt + kReadAgainAfterMs, false, false},
                now);
        outcome = "taken";
      }
    }
    if (commit.ops.empty() || call.store().commit(commit).ok()) return answer(200, outcome);
    return std::nullopt;
  });
}

}  // namespace ashby
