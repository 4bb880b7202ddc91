#include "post.hpp"

#include <algorithm>

#include "promises.hpp"
#include "world/signature.hpp"

namespace ashby_simulation {
namespace {

constexpr char kUrl[] = "https://host.example/hook";

}  // namespace

Post::Post(const Seed& seed, SimulatedHost& host, Ashby& ashby, Promises& promises)
    : host_(host), ashby_(ashby), promises_(promises), prng_(seed, "post") {}

void Post::createWebhooks() {
  const std::string secret = host_.validSecrets("webhookSecret").front();
  std::vector<std::string> types = {"applicationUpdate"};
  if (prng_.chance(300)) types.push_back("candidateHire");
  for (const std::string& type : types) {
    settings_.push_back(*ashby_.world.outbox.create(type, kUrl, secret));
    ping(settings_.back());
  }
}

void Post::enterNewestSecret() {
  const std::string secret = host_.validSecrets("webhookSecret").front();
  for (const std::string& setting : settings_) {
    ashby_simulator::Outbox::Edit edit;
    edit.secret = secret;
    edit.enabled = true;
    ashby_.world.outbox.update(setting, edit);
    ping(setting);
  }
}

// A webhook whose ping failed is disabled, until the admin ticks it again.
void Post::ping(const std::string& settingId) {
  const auto outgoing = ashby_.world.outbox.pingOf(settingId, host_.now());
  const std::string* signature = ashby_simulator::findHeader(outgoing->headers, "Ashby-Signature");
  deliverIn(calm_ ? 0 : prng_.between(0, 2000), {outgoing->deliveryId, outgoing->body, *signature}, true);
  host_.later(2 * kMinute, [this, settingId] {
    if (ashby_.world.outbox.find(settingId)->enabled) return;
    host_.met("ping failed");
    ashby_simulator::Outbox::Edit edit;
    edit.enabled = true;
    ashby_.world.outbox.update(settingId, edit);
    ping(settingId);
  });
}

void Post::collect() {
  for (const auto& outgoing : ashby_.world.due(host_.now())) send(outgoing);
  const auto next = ashby_.world.outbox.nextDue();
  if (!next || *next == nextCollection_) return;
  nextCollection_ = *next;
  host_.later(std::max<std::int64_t>(0, *next - host_.now()), [this] { collect(); });
}

void Post::send(const ashby_simulator::Outgoing& outgoing) {
  const std::string* signature = ashby_simulator::findHeader(outgoing.headers, "Ashby-Signature");
  const Letter letter{outgoing.deliveryId, outgoing.body, signature == nullptr ? "" : *signature};
  seen_.push_back(letter);
  if (calm_) return deliverIn(0, letter, true);
  if (prng_.chance(60)) {
    // Ashby thinks that it arrived.
    host_.met("webhook lost");
    return ashby_.world.delivered(outgoing.deliveryId, {200, ""}, host_.now());
  }
  std::int64_t ms = prng_.between(0, 2000);
  if (prng_.chance(150)) ms = prng_.between(2000, 10 * kMinute);
  if (prng_.chance(60)) {
    host_.met("webhook delayed for hours");
    ms = prng_.between(kHour, 5 * kHour);
  }
  if (prng_.chance(80)) {
    host_.met("webhook doubled");
    deliverIn(ms + prng_.between(0, 5000), {std::nullopt, letter.body, letter.signature}, true);
  }
  const bool answerArrives = !prng_.chance(80);
  if (!answerArrives) host_.met("webhook answered too late");
  deliverIn(ms, letter, answerArrives);
}

void Post::deliverIn(std::int64_t ms, Letter letter, bool answerArrives) {
  host_.later(ms, [this, letter = std::move(letter), answerArrives] {
    const Promises::Delivered delivered = promises_.arrives(letter.body, letter.signature);
    integration::simulation::OwnedWebhook webhook;
    webhook.headers = {{"Content-Type", "application/json"}};
    if (!letter.signature.empty()) webhook.headers.push_back({"Ashby-Signature", letter.signature});
    webhook.body = letter.body;
    host_.deliver(std::move(webhook), [=, this](const auto& outcome) {
      promises_.answered(delivered, outcome);
      told(letter, !answerArrives || outcome.lost ? 0 : outcome.error ? 503 : outcome.value.httpStatus);
    });
  });
}

void Post::told(const Letter& letter, int status) {
  if (!letter.deliveryId) return;
  ashby_.world.delivered(*letter.deliveryId, {status, ""}, host_.now());
  collect();
}

void Post::plan(const std::function<std::int64_t()>& when) {
  const std::size_t strangers = 2 + prng_.below(6);
  for (std::size_t i = 0; i < strangers; ++i) {
    const bool forges = prng_.chance(500);
    host_.plan(when(), forges ? "somebody forges a delivery" : "somebody replays a delivery", [=, this] {
      if (forges || seen_.empty()) {
        host_.met("webhook forged");
        const std::string body =
            R"({"webhookActionId":"0f1e2d3c-0000-4000-8000-000000000000","action":"applicationUpdate","data":{"application":)"
            R"({"id":"0f1e2d3c-1111-4000-8000-000000000000","status":"Hired","updatedAt":"2030-01-01T00:00:00.000Z"}}})";
        return deliverIn(0, {std::nullopt, body, ashby_simulator::signatureOf("a-guessed-secret", body)},
                         true);
      }
      host_.met("webhook replayed");
      const Letter& letter = prng_.oneOf(seen_);
      deliverIn(0, {std::nullopt, letter.body, letter.signature}, true);
    });
  }
}

void Post::calm() {
  calm_ = true;
  enterNewestSecret();
  collect();
}

}  // namespace ashby_simulation
