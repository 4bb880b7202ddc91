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

/// A world on real sockets: serves the API and the control API, and delivers webhooks on its own threads. All
/// public functions are thread-safe once started.
class Simulator {
 public:
  struct Options {
    std::string host = "127.0.0.1";
    std::uint16_t port = 0;  ///< 0: any free port.
    std::uint64_t seed = 1;
    std::string apiKey = {};  ///< Has all read permissions and apiKeys:write; outlives a reset. Empty: none.
    int deliveryThreads = 4;
  };

  explicit Simulator(Options options);
  Simulator() : Simulator(Options()) {}
  ~Simulator();
  Simulator(const Simulator&) = delete;
  Simulator& operator=(const Simulator&) = delete;

  /// Listens and starts to deliver. Throws Poco::Exception if it can't listen on the address.
  void start();

  /// Ends requests and deliveries under way. The simulator can't be started again.
  void stop();

  /// Returns the URL of the API, without a path. REQUIRES: started.
  std::string url() const;

  /// Runs `use(world, now)` with exclusive access to the world, then wakes the deliveries. `use` must not
  /// wait for a delivery.
  template <typename Use>
  decltype(auto) withWorld(Use use) {
    const std::lock_guard lock(mutex_);
    const WakeDeliveries wake{deliveriesChanged_};
    return use(*world_, clock.now());
  }

  /// Answers a call of the control API or of the API, by its path.
  Response answer(const Request& request);

  /// Sends the ping of a saved webhook setting; blocks until its outcome is settled.
  void ping(const std::string& settingId);

  /// Replaces the world by an empty one; the clock goes on.
  void reset(std::uint64_t seed);

  /// Changes the clock and wakes the deliveries.
  void setSpeed(double speed);
  void advance(Millis by);

  void pauseDeliveries(bool paused);
  bool deliveriesPaused() const { return paused_; }

  /// Blocks until stop(), or for `atMost` of real time.
  void waitForStop(std::chrono::milliseconds atMost);

  Clock clock;
  WebhookSender sender;
  std::atomic<int> hangMs{60'000};  ///< How long the fault `hang` keeps a client waiting; real time.

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
  /// Counts the worlds: the outcome of a delivery is dropped if the world was reset meanwhile.
  std::uint64_t generation_ = 0;
  bool stopping_ = false;
  std::atomic<bool> paused_{false};
  std::unique_ptr<HttpServer> httpServer_;
  std::vector<std::thread> deliveryThreads_;
};

}  // namespace ashby_simulator
