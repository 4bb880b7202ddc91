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

/// One webhook setting: one type, one URL, one secret (optional in Ashby's admin area).
struct WebhookSetting {
  std::string id;
  std::string type;
  std::string url;
  std::optional<std::string> secret;
  bool enabled = false;
};

enum class DeliveryState { pending, inFlight, succeeded, failed, cancelled };

/// What came of an attempt; status 0: no answer.
struct Outcome {
  int status = 0;
  std::string error;
};

struct Attempt {
  Millis at = 0;
  Outcome outcome;
};

/// One event to one setting. The body is the snapshot of event time: retries carry the same bytes.
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

/// What goes over the wire for one attempt.
struct Outgoing {
  std::uint64_t deliveryId = 0;
  std::string url;
  Headers headers;
  std::string body;
};

/// Webhook settings and the queue of deliveries, with Ashby's rules for pings and retries. Sends nothing
/// itself: the caller takes what is `due`, sends it, and tells the outcome to `delivered`.
class Outbox {
 public:
  /// Attempts at most; the delay after the n-th failure is (2^n - 1) x 10 s.
  static constexpr std::size_t kMaxAttempts = 10;
  /// Finished deliveries kept for the record.
  static constexpr std::size_t kKept = 50'000;

  explicit Outbox(IdGenerator& ids) : ids_(ids) {}

  struct Edit {
    std::optional<bool> enabled;
    std::optional<std::string> url;
    std::optional<std::string> secret;
  };

  /// Both leave a ping to be sent (`pingOf`), whose outcome decides whether the setting is enabled: a status
  /// of 400 or more, or no answer, disables it. Null: that type and URL exist already, nothing was done.
  std::optional<std::string> create(const std::string& type, const std::string& url,
                                    std::optional<std::string> secret);
  bool update(const std::string& id, const Edit& edit);
  bool remove(const std::string& id);

  const WebhookSetting* find(const std::string& id) const;
  const std::map<std::string, WebhookSetting>& settings() const { return settings_; }

  /// The ping of a setting that was just saved; it is not among what is `due`, and is never retried.
  std::optional<Outgoing> pingOf(const std::string& settingId, Millis now);

  /// Whether anybody would hear of such an event: spares making its payload.
  bool isAwaited(const std::string& action) const;

  /// Queues one delivery for each enabled setting of this type. Siblings share the action id.
  void emit(const std::string& action, const Json& data, const std::string& actionId, Millis now);

  /// Takes at most `limit` deliveries whose time has come, oldest first.
  std::vector<Outgoing> due(Millis now, std::size_t limit);
  void delivered(std::uint64_t deliveryId, const Outcome& outcome, Millis now);

  /// When the next pending delivery is due; it may be past.
  std::optional<Millis> nextDue() const;

  /// The same bytes once more. False: no such delivery, or its setting is gone.
  bool redeliver(std::uint64_t deliveryId, Millis now);

  const std::map<std::uint64_t, Delivery>& deliveries() const { return deliveries_; }

  /// While muted, events reach nobody: for seeding.
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
