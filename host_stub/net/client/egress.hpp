// The threads and connections that requests out go over, shared by all askers in fair turns.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "integration/http.hpp"
#include "net/address/origin.hpp"
#include "net/client/egress_connection.hpp"
#include "net/client/fair_queue.hpp"
#include "net/client/pending_request.hpp"

namespace host_stub {

struct EgressOptions {
  FairQueueLimits limits;
  std::chrono::milliseconds idleTimeout{10000};  // of a kept connection
  std::vector<OriginOverride> routes;
  std::string caFile;        // PEM, trusted besides the system's store
  std::string ignoredProxy;  // the environment variable that asks for a proxy in vain; "" if there is none
  Resolver::LookUp lookUp = Resolver::askSystem;
};

// A process has one. Thread-safe. Destroy it after every EgressHttp. The connections to an origin are kept
// and shared by all askers. That is safe, since credentials are in each request, never in a connection.
class Egress {
 public:
  explicit Egress(EgressOptions options);
  ~Egress();  // stops
  Egress(const Egress&) = delete;
  Egress& operator=(const Egress&) = delete;

  // Returns where the connection for this origin leads: a route's target, else the origin itself.
  Origin targetOf(const Origin& origin) const;

  // Sends it when it is its asker's turn, and finishes it in its batch. Finishes it at once, as failed, if
  // too many requests of the asker wait already, or after stop.
  void start(const std::shared_ptr<PendingRequest>& exchange);
  // Finishes requests without an outcome with deadlineExceeded or cancelled. Waiting requests are never sent,
  // and the thread that waits for an answer is freed.
  void abandon(const std::vector<std::shared_ptr<PendingRequest>>& exchanges, integration::Code why);
  // Finishes everything as unavailable, now and from now on.
  void stop();

 private:
  using Clock = std::chrono::steady_clock;
  struct Idle {
    std::unique_ptr<EgressConnection> connection;
    Clock::time_point since;
  };

  void run();
  void dispatch();
  std::shared_ptr<PendingRequest> takeNext(std::unique_lock<std::mutex>& lock);
  integration::HttpOutcome perform(PendingRequest& exchange);
  std::unique_ptr<EgressConnection> takeIdle(const Origin& target);
  void keep(const Origin& target, std::unique_ptr<EgressConnection> connection);
  void closeExpired(std::unique_lock<std::mutex>& lock);

  const EgressOptions options_;
  Resolver resolver_;
  TlsTrust trust_;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool stopping_ = false;
  FairQueue queue_;
  std::deque<std::shared_ptr<PendingRequest>> ready_;     // taken from the queue, for the next free thread
  std::set<std::shared_ptr<PendingRequest>> performing_;  // each by a thread
  std::deque<std::pair<Origin, Idle>> idle_;              // oldest first
  std::size_t freeThreads_ = 0;
  std::vector<std::thread> threads_;  // created when they are needed, at most one for each request in flight
};

}  // namespace host_stub
