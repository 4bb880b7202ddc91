#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "world/http_message.hpp"
#include "world/id_generator.hpp"

namespace ashby_simulator {

/// One webhook setting. In Ashby's admin area the secret is optional.
struct WebhookSetting {
  std::string id;
  std::string type;
  std::string url;
  std::optional<std::string> secret;
  bool enabled = false;
};

enum class DeliveryState { pending, inFlight, succeeded, failed, cancelled };

/// The outcome of an attempt.
struct Outcome {
  int status = 0;  ///< 0: no answer.
  std::string error;
};

struct Attempt {
  Millis at = 0;
  Outcome outcome;
};

/// One event for one setting. The body is the snapshot of event time: retries carry the same bytes.
struct Delivery {
  std::uint64_t id = 0;
  std::string settingId;
  std::string action;
  std::string actionId;
  std::string body;
  Millis createdAt = 0;
  Millis nextAt = 0;
  DeliveryState state = DeliveryState::pending;
  std::vector<Attempt> attempts;
};

/// The request for one attempt.
struct Outgoing {
  std::uint64_t deliveryId = 0;
  std::string url;
  Headers headers;
  std::string body;
};

/// Webhook settings and the queue of deliveries, with Ashby's rules for pings and retries. Sends nothing
/// itself: the caller takes what is `due`, sends it, and reports the outcome to `delivered`.
class Outbox {
 public:
  /// The limit of attempts; the delay after the n-th failure is (2^n - 1) x 10 s.
  static constexpr std::size_t kMaxAttempts = 10;
  /// The most deliveries kept; beyond this, the oldest finished ones are dropped.
  static constexpr std::size_t kKept = 50'000;

  explicit Outbox(IdGenerator& ids) : ids_(ids) {}

  struct Edit {
    std::optional<bool> enabled;
    std::optional<std::string> url;
    std::optional<std::string> secret;
  };

  /// Saves a setting; its ping (`pingOf`) must follow. The ping's outcome decides whether the setting is
  /// enabled: a status of 400 or more, or no answer, disables it. If the type and URL exist already, `create`
  /// returns null, `update` false, and nothing changes.
  std::optional<std::string> create(const std::string& type, const std::string& url,
                                    std::optional<std::string> secret);
  bool update(const std::string& id, const Edit& edit);
  bool remove(const std::string& id);

  const WebhookSetting* find(const std::string& id) const;
  const std::map<std::string, WebhookSetting>& settings() const { return settings_; }

  /// Returns the ping of a saved setting; null if there is none. A ping is never `due` or retried.
  std::optional<Outgoing> pingOf(const std::string& settingId, Millis now);

  /// Returns whether an event would reach any setting; if not, the caller needn't make its payload.
  bool isAwaited(const std::string& action) const;

  /// Queues one delivery for each enabled setting of this type, all with the same action id.
  void emit(const std::string& action, const Json& data, const std::string& actionId, Millis now);

  /// Takes at most `limit` deliveries that are due, oldest first.
  std::vector<Outgoing> due(Millis now, std::size_t limit);
  void delivered(std::uint64_t deliveryId, const Outcome& outcome, Millis now);

  /// Returns when the next pending delivery is due, perhaps in the past; null if there is none.
  std::optional<Millis> nextDue() const;

  /// Queues a delivery with the same bytes again. Returns false if the delivery or its setting doesn't exist.
  bool redeliver(std::uint64_t deliveryId, Millis now);

  const std::map<std::uint64_t, Delivery>& deliveries() const { return deliveries_; }

  /// While muted, events create no deliveries; for seeding.
  bool muted = false;

 private:
  Delivery& enqueue(const std::string& settingId, const std::string& action, const std::string& actionId,
                    std::string body, Millis now);
  Outgoing outgoing(const Delivery& delivery) const;
  void settlePing(const Delivery& ping, const Outcome& outcome);
  void forgetOldest();

  IdGenerator& ids_;
  std::map<std::string, WebhookSetting> settings_;
  std::map<std::string, bool> enableAfterPing_;
  std::map<std::uint64_t, Delivery> deliveries_;
  std::set<std::pair<Millis, std::uint64_t>> pending_;
  std::uint64_t lastId_ = 0;
};

const char* nameOf(DeliveryState state);

}  // namespace ashby_simulator
