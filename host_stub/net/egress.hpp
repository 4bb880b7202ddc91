// Requests out, for plugins: only to the origins of a manifest, within a deadline, with the secrets inserted
// here.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "integration/http.hpp"
#include "net/egress_connection.hpp"
#include "net/egress_exchange.hpp"
#include "net/origin.hpp"

namespace host_stub {

struct EgressOptions {
  std::size_t threads = 64;                      // requests in flight, over all origins
  std::size_t threadsPerOrigin = 32;             // so that one origin that hangs can't hold every thread
  std::chrono::milliseconds idleTimeout{10000};  // of a kept connection
  std::vector<Route> routes;
  std::string caFile;  // PEM, trusted besides the system's store
};

// One per process; thread-safe. Destroy it after every EgressHttp.
class Egress {
 public:
  explicit Egress(EgressOptions options);
  ~Egress();
  Egress(const Egress&) = delete;
  Egress& operator=(const Egress&) = delete;

  // Where the connection for this origin leads: a route's target, else the origin itself.
  Origin targetOf(const Origin& origin) const;

  void start(std::shared_ptr<Exchange> exchange);
  // Their answers aren't wanted any more: frees the threads that wait for them.
  void abandon(const std::vector<std::shared_ptr<Exchange>>& exchanges);

 private:
  using Clock = std::chrono::steady_clock;
  struct Idle {
    std::unique_ptr<EgressConnection> connection;
    Clock::time_point since;
  };

  void run();
  std::shared_ptr<Exchange> takeNext(std::unique_lock<std::mutex>& lock);
  integration::HttpOutcome perform(Exchange& exchange);
  std::unique_ptr<EgressConnection> takeIdle(const Origin& target);
  void keep(const Origin& target, std::unique_ptr<EgressConnection> connection);
  void closeExpired(std::unique_lock<std::mutex>& lock);

  const EgressOptions options_;
  TlsTrust trust_;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool stopping_ = false;
  std::deque<std::shared_ptr<Exchange>> queue_;
  std::map<Origin, std::size_t> running_;
  std::deque<std::pair<Origin, Idle>> idle_;  // oldest first
  std::vector<std::thread> threads_;
};

// What one plugin call may send. The functions are called on the thread of send() only.
struct EgressCall {
  Origins allowed;
  std::function<std::optional<std::string>(std::string_view name)> secret;  // nullopt: no such secret
  std::int64_t deadline = 0;                                                // Unix ms, 0 = none
  std::function<bool()> cancelled;
};

class EgressHttp : public integration::Http {
 public:
  EgressHttp(Egress& egress, EgressCall call) : egress_(egress), call_(std::move(call)) {}

  // Throws Failure(invalidArgument) for more than kMaxRequests; everything else is an outcome.
  std::vector<integration::HttpOutcome> send(std::span<const integration::HttpRequest> requests) override;

 private:
  std::shared_ptr<Exchange> prepare(const integration::HttpRequest& request,
                                    std::shared_ptr<ExchangeBatch> batch, std::size_t index) const;
  void wait(ExchangeBatch& batch, const std::vector<std::shared_ptr<Exchange>>& exchanges);

  Egress& egress_;
  EgressCall call_;
};

}  // namespace host_stub
