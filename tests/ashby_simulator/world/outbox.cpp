#include "world/outbox.hpp"

#include <algorithm>
#include <cctype>

#include "world/signature.hpp"

namespace ashby_simulator {
namespace {

constexpr Millis kRetryUnit = 10'000;

bool neverRetried(int status) {
  return status == 401 || status == 403 || status == 404 || status == 405 || status == 410;
}

bool finished(DeliveryState state) {
  return state != DeliveryState::pending && state != DeliveryState::inFlight;
}

}  // namespace

const std::string* findHeader(const Headers& headers, const std::string& name) {
  const auto sameLetter = [](char a, char b) {
    return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
  };
  for (const auto& [key, value] : headers) {
    if (std::equal(key.begin(), key.end(), name.begin(), name.end(), sameLetter)) return &value;
  }
  return nullptr;
}

const char* nameOf(DeliveryState state) {
  switch (state) {
    case DeliveryState::pending:
      return "pending";
    case DeliveryState::inFlight:
      return "inFlight";
    case DeliveryState::succeeded:
      return "succeeded";
    case DeliveryState::failed:
      return "failed";
    case DeliveryState::cancelled:
      return "cancelled";
  }
  return "unknown";
}

std::optional<std::string> Outbox::create(const std::string& type, const std::string& url,
                                          std::optional<std::string> secret) {
  for (const auto& [id, setting] : settings_) {
    if (setting.type == type && setting.url == url) return std::nullopt;
  }
  const std::string id = ids_.uuid();
  settings_[id] = {id, type, url, std::move(secret), false};
  enableAfterPing_[id] = true;
  return id;
}

bool Outbox::update(const std::string& id, const Edit& edit) {
  WebhookSetting& setting = settings_.at(id);
  for (const auto& [otherId, other] : settings_) {
    if (otherId != id && edit.url && other.type == setting.type && other.url == *edit.url) return false;
  }
  if (edit.url) setting.url = *edit.url;
  if (edit.secret) setting.secret = edit.secret;
  if (edit.enabled == false) setting.enabled = false;
  enableAfterPing_[id] = edit.enabled.value_or(setting.enabled);
  return true;
}

bool Outbox::remove(const std::string& id) {
  enableAfterPing_.erase(id);
  return settings_.erase(id) > 0;
}

const WebhookSetting* Outbox::find(const std::string& id) const {
  const auto found = settings_.find(id);
  return found == settings_.end() ? nullptr : &found->second;
}

std::optional<Outgoing> Outbox::pingOf(const std::string& settingId, Millis now) {
  if (find(settingId) == nullptr) return std::nullopt;
  const std::string actionId = ids_.uuid();
  const Json body = {
      {"webhookActionId", actionId}, {"action", "ping"}, {"data", {{"webhookActionType", "ping"}}}};
  Delivery& ping = enqueue(settingId, "ping", actionId, body.dump(), now);
  pending_.erase({ping.nextAt, ping.id});
  ping.state = DeliveryState::inFlight;
  return outgoing(ping);
}

bool Outbox::isAwaited(const std::string& action) const {
  return !muted && std::any_of(settings_.begin(), settings_.end(), [&](const auto& setting) {
    return setting.second.enabled && setting.second.type == action;
  });
}

void Outbox::emit(const std::string& action, const Json& data, const std::string& actionId, Millis now) {
  if (muted) return;
  const Json body = {{"webhookActionId", actionId}, {"action", action}, {"data", data}};
  for (const auto& [id, setting] : settings_) {
    if (setting.enabled && setting.type == action) enqueue(id, action, actionId, body.dump(), now);
  }
}

std::vector<Outgoing> Outbox::due(Millis now, std::size_t limit) {
  std::vector<Outgoing> taken;
  while (taken.size() < limit && !pending_.empty() && pending_.begin()->first <= now) {
    Delivery& delivery = deliveries_.at(pending_.begin()->second);
    pending_.erase(pending_.begin());
    const WebhookSetting* setting = find(delivery.settingId);
    if (setting == nullptr || !setting->enabled) {
      delivery.state = DeliveryState::cancelled;
      continue;
    }
    delivery.state = DeliveryState::inFlight;
    taken.push_back(outgoing(delivery));
  }
  return taken;
}

void Outbox::delivered(std::uint64_t deliveryId, const Outcome& outcome, Millis now) {
  const auto found = deliveries_.find(deliveryId);
  if (found == deliveries_.end()) return;
  Delivery& delivery = found->second;
  delivery.attempts.push_back({now, outcome});
  if (delivery.action == "ping") {
    settlePing(delivery, outcome);
    delivery.state =
        outcome.status == 0 || outcome.status >= 400 ? DeliveryState::failed : DeliveryState::succeeded;
  } else if (outcome.status >= 200 && outcome.status < 300) {
    delivery.state = DeliveryState::succeeded;
  } else if (neverRetried(outcome.status) || delivery.attempts.size() >= kMaxAttempts) {
    delivery.state = DeliveryState::failed;
  } else {
    delivery.state = DeliveryState::pending;
    delivery.nextAt = now + ((Millis{1} << delivery.attempts.size()) - 1) * kRetryUnit;
    pending_.insert({delivery.nextAt, delivery.id});
  }
}

std::optional<Millis> Outbox::nextDue() const {
  if (pending_.empty()) return std::nullopt;
  return pending_.begin()->first;
}

bool Outbox::redeliver(std::uint64_t deliveryId, Millis now) {
  const auto found = deliveries_.find(deliveryId);
  if (found == deliveries_.end() || find(found->second.settingId) == nullptr) return false;
  const Delivery copy = found->second;
  enqueue(copy.settingId, copy.action, copy.actionId, copy.body, now);
  return true;
}

Delivery& Outbox::enqueue(const std::string& settingId, const std::string& action,
                          const std::string& actionId, std::string body, Millis now) {
  forgetOldest();
  Delivery& delivery = deliveries_[++lastId_];
  delivery.id = lastId_;
  delivery.settingId = settingId;
  delivery.action = action;
  delivery.actionId = actionId;
  delivery.body = std::move(body);
  delivery.createdAt = delivery.nextAt = now;
  pending_.insert({now, delivery.id});
  return delivery;
}

/// Uses the setting's present URL and secret; only the body dates from the event.
Outgoing Outbox::outgoing(const Delivery& delivery) const {
  const WebhookSetting& setting = settings_.at(delivery.settingId);
  Outgoing request{delivery.id, setting.url, {{"Content-Type", "application/json"}}, delivery.body};
  if (setting.secret)
    request.headers.emplace_back("Ashby-Signature", signatureOf(*setting.secret, delivery.body));
  return request;
}

void Outbox::settlePing(const Delivery& ping, const Outcome& outcome) {
  const auto wanted = enableAfterPing_.find(ping.settingId);
  if (wanted == enableAfterPing_.end()) return;
  const bool answered = outcome.status != 0 && outcome.status < 400;
  settings_.at(ping.settingId).enabled = wanted->second && answered;
  enableAfterPing_.erase(wanted);
}

void Outbox::forgetOldest() {
  while (deliveries_.size() >= kKept && finished(deliveries_.begin()->second.state)) {
    deliveries_.erase(deliveries_.begin());
  }
}

}  // namespace ashby_simulator
