#pragma once

#include <atomic>
#include <mutex>
#include <set>

#include "world/outbox.hpp"

namespace ashby_simulator {

/// Sends webhooks over plain HTTP, each on a connection of its own, and follows no redirect. Thread-safe.
class WebhookSender {
 public:
  /// Blocks until an answer or the time-out.
  Outcome send(const Outgoing& outgoing);

  /// Ends what is under way and lets nothing begin.
  void abort();

  /// Ashby's own time-out isn't documented. Real time.
  std::atomic<int> timeoutMs{10'000};

 private:
  class UnderWay;

  std::mutex mutex_;
  std::set<int> sockets_;  // of the deliveries under way, each a descriptor of its own
  bool aborted_ = false;
};

}  // namespace ashby_simulator
