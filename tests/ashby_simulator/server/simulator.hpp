#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "server/clock.hpp"
#include "server/http_server.hpp"
#include "server/webhook_sender.hpp"
#include "world/world.hpp"

namespace ashby_simulator {

/// A world on real sockets: serves the API and the control API, and delivers webhooks on threads of its own.
/// All public functions are thread-safe once started.
class Simulator {
 public:
  struct Options {
    std::string host = "127.0.0.1";
    std::uint16_t port = 0;  ///< 0: any.
    std::uint64_t seed = 1;
    std::string apiKey = {};  ///< A key with every permission that outlives a reset; empty: none.
    int deliveryThreads = 4;
  };

  explicit Simulator(Options options);
  Simulator() : Simulator(Options()) {}
  ~Simulator();
  Simulator(const Simulator&) = delete;
  Simulator& operator=(const Simulator&) = delete;

  /// Throws Poco::Exception if the address can't be listened on.
  void start();

  /// Ends requests and deliveries under way. Not to be started again.
  void stop();

  /// REQUIRES: started.
  std::string url() const;

  /// Runs `use(world, now)` with the world to itself, then looks for deliveries that are due. `use` must not
  /// wait for a delivery.
  template <typename Use>
  decltype(auto) withWorld(Use use) {
    const std::lock_guard lock(mutex_);
    const WakeDeliveries wake{deliveriesChanged_};
    return use(*world_, clock.now());
  }

  /// API or control API, by its path.
  Response answer(const Request& request);

  /// Sends the ping of a setting just saved, and waits for what comes of it.
  void ping(const std::string& settingId);

  /// An empty world; the clock goes on.
  void reset(std::uint64_t seed);

  /// Pushes the clock, and lets the deliveries notice.
  void setSpeed(double speed);
  void advance(Millis by);

  void pauseDeliveries(bool paused);
  bool deliveriesPaused() const { return paused_; }

  /// Until stopped, or so long in real time.
  void waitForStop(std::chrono::milliseconds atMost);

  Clock clock;
  WebhookSender sender;
  std::atomic<int> hangMs{60'000};  ///< How long the fault `hang` keeps a client waiting. Real time.

 private:
  struct WakeDeliveries {
    std::condition_variable& changed;
    ~WakeDeliveries() { changed.notify_all(); }
  };

  void deliver();
  void addOwnKey();

  const Options options_;
  mutable std::mutex mutex_;
  std::condition_variable deliveriesChanged_;
  std::condition_variable stopped_;
  std::unique_ptr<World> world_;
  std::uint64_t generation_ = 0;  ///< Of the world: an outcome for one that was reset is dropped.
  bool stopping_ = false;
  std::atomic<bool> paused_{false};
  std::unique_ptr<HttpServer> httpServer_;
  std::vector<std::thread> deliveryThreads_;
};

}  // namespace ashby_simulator
