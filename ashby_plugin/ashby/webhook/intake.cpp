#include "ashby/webhook/intake.hpp"

#include <algorithm>
#include <utility>

#include "ashby/webhook/delivery.hpp"
#include "ashby/webhook/rejection.hpp"
#include "ashby/webhook/signature.hpp"
#include "ashby/webhook/webhook_statistics.hpp"
#include "hires/records/activity.hpp"
#include "hires/records/hire_repository.hpp"
#include "hires/records/inbox.hpp"
#include "hires/records/matching.hpp"
#include "hires/records/settings.hpp"
#include "integration/crypto/secret_text.hpp"

namespace ashby {
namespace {

using integration::Commit;
using integration::Op;
using integration::WebhookReply;
using integration::WebhookRequest;

constexpr const char* kIgnored = "ignored";
constexpr const char* kTaken = "taken";

WebhookReply answer(int status, const char* what) {
  return {status, {{"Content-Type", "application/json"}}, std::string("{\"status\":\"") + what + "\"}"};
}

bool authentic(integration::Call& call, const WebhookRequest& request) {
  constexpr std::size_t kMost = 8;  // each is compared with each secret
  const std::vector<std::string_view> signatures = signaturesIn(request.headers);
  if (signatures.empty() || signatures.size() > kMost) return false;
  // Another host may have rotated the secret: a signature is called wrong only after a fresh read.
  for (const bool fresh : {false, true}) {
    const integration::SecretTexts secrets(call.secrets().get(kWebhookSecret, fresh));
    const bool holds = std::all_of(signatures.begin(), signatures.end(), [&](std::string_view signature) {
      return signatureHolds(signature, request.body, secrets.all());
    });
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

// A candidate who was merged or deleted: its new hires are read again.
void enqueueHiresOf(integration::Call& call, Commit& commit, const std::vector<std::string>& candidateIds,
                    std::int64_t now) {
  for (const std::string& candidateId : candidateIds)
    for (const std::string& hireId : hiresOfCandidate(call.store(), candidateId))
      if (const auto hire = findHire(call.store(), hireId))
        enqueue(commit, call.store().get(keys::inbox(hire->applicationId())), {hire->applicationId(), ""},
                now);
}

// The stored entries that decide about a delivery.
struct Stored {
  integration::Entry facts, rejections;  // see WebhookStatistics
  integration::Entry application, item;  // of the delivery's application; absent if it is about none
};

// Reads all of them at once: one read costs as much as four.
Stored readStored(integration::Call& call, const std::string& applicationId) {
  std::vector<std::string> wanted = {keys::kWebhookFacts, keys::kRejections};
  if (!applicationId.empty()) {
    wanted.push_back(keys::application(applicationId));
    wanted.push_back(keys::inbox(applicationId));
  }
  std::vector<integration::Entry> entries = call.store().get(wanted);
  entries.resize(4);
  return {std::move(entries[0]), std::move(entries[1]), std::move(entries[2]), std::move(entries[3])};
}

// Adds the ops that follow from the delivery; returns the status to answer.
const char* enqueueDelivery(integration::Call& call, const Delivery& delivery, const Stored& stored,
                            std::int64_t now, Commit& commit) {
  if (delivery.isPing()) {
    commit.ops.push_back(record(call, now, {"webhook", "ok", "Ashby's ping was answered", {}, {}, 1, {}}));
    return "pong";
  }
  if (!delivery.concernsAHire()) {
    enqueueHiresOf(call, commit, delivery.candidateIds, now);
    return commit.ops.empty() ? kIgnored : kTaken;
  }
  const std::string& id = delivery.applicationId;
  const HeldIdentity held{stored.application, decode<ApplicationRecord>(stored.application)};
  if (!mayConcernAHire(delivery, held, stored.item.present())) return kIgnored;
  const std::int64_t readAt = held.identity ? held.identity->readAt : 0;
  enqueue(commit, stored.item, {id, delivery.updatedAt, readAt + kReadAgainAfterMs, false, false}, now);
  return kTaken;
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
    const Stored stored = readStored(call, read.delivery ? read.delivery->applicationId : "");
    WebhookStatistics statistics(stored.facts, stored.rejections, now);
    const char* outcome =
        read.delivery ? enqueueDelivery(call, *read.delivery, stored, now, commit) : kIgnored;
    if (!read.delivery)
      commit.ops.push_back(record(call, now, {"webhook", "ignored", read.reason, {}, {}, 1, {}}));
    else
      statistics.note(*read.delivery, outcome == kTaken);
    statistics.addTo(commit);
    if (commit.ops.empty() || call.store().commit(commit).ok()) return answer(200, outcome);
    return std::nullopt;
  });
}

}  // namespace ashby
