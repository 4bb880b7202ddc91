#include "webhook/intake.hpp"

#include <algorithm>

#include "connection/settings.hpp"
#include "hires/activity.hpp"
#include "hires/inbox.hpp"
#include "hires/ledger.hpp"
#include "hires/sweep.hpp"
#include "webhook/delivery.hpp"
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

// Ashby never sends a refused delivery again, so what it told must be found by a reconciliation instead. The refusals of
// one minute share a line of the activity, and past a hundred of them nothing more is written: anybody can send these.
WebhookReply reject(integration::Call& call, const WebhookRequest& request, std::int64_t now) {
  constexpr std::int64_t kMinuteMs = 60000;
  constexpr std::uint32_t kCountedPerMinute = 100;
  const bool missing = !integration::findHeader(request.headers, "Ashby-Signature");
  const std::string line = timedId(now - now % kMinuteMs, missing ? "000000000001" : "000000000002");
  untilCommitted([&]() -> std::optional<bool> {
    Commit commit;
    requestSweep(call, commit, now, SweepReason::rejectedDelivery);
    const auto earlier = findActivity(call, line);
    const std::uint32_t count = earlier ? earlier->attempts : 0;
    if (count < kCountedPerMinute)
      commit.ops.push_back(record(
          call, now,
          {"webhook", "rejected",
           missing ? "a delivery without Ashby-Signature was refused: enter the Secret Token in Ashby's webhook"
                   : "a delivery with a wrong signature was refused: the Secret Token in Ashby's webhook is not this "
                     "connection's",
           {}, {}, count + 1, line}));
    return commit.ops.empty() || call.store().commit(commit).ok() ? std::optional(true) : std::nullopt;
  });
  return answer(401, "signature refused");
}

// awaited: it is in the inbox, perhaps being read right now.
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
  if (!authentic(call, request)) return reject(call, request, now);

  const DeliveryOrReason read = readDelivery(request.body);
  return untilCommitted([&]() -> std::optional<WebhookReply> {
    Commit commit;
    const char* outcome = "ignored";
    const auto facts = load<WebhookFacts>(call.store(), keys::kWebhookFacts);
    if (now - facts.value.at >= kFactsEveryMs || facts.value.at > now)
      commit.ops.push_back(Op::put(keys::kWebhookFacts,
                                   encode(WebhookFacts{facts.value.firstAt ? facts.value.firstAt : now, now})));
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
        enqueue(commit, entries[1], {id, read.delivery->updatedAt, readAt + kReadAgainAfterMs, false, false}, now);
        outcome = "taken";
      }
    }
    if (commit.ops.empty() || call.store().commit(commit).ok()) return answer(200, outcome);
    return std::nullopt;
  });
}

}  // namespace ashby
