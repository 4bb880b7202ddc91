#pragma once

#include <atomic>
#include <mutex>
#include <set>

#include "world/outbox.hpp"

namespace ashby_simulator {

/// Sends webhooks over plain HTTP, each on its own connection. Follows no redirect. Thread-safe.
class WebhookSender {
 public:
  /// Sends one delivery; blocks until the answer or the time-out.
  Outcome send(const Outgoing& outgoing);

  /// Ends the deliveries under way, and all later ones at once.
  void abort();

  /// Real time; Ashby's own time-out isn't documented.
  std::atomic<int> timeoutMs{10'000};

 private:
  class UnderWay;

  std::mutex mutex_;
  std::set<int> sockets_;  // a descriptor for each delivery under way
  bool aborted_ = false;
};

}  // namespace ashby_simulator
