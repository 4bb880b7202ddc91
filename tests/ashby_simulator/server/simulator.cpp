#include "server/simulator.hpp"

#include <utility>

#include "server/control_api.hpp"

namespace ashby_simulator {

Simulator::Simulator(Options options)
    : options_(std::move(options)), world_(std::make_unique<World>(options_.seed)) {
  addOwnKey();
}

Simulator::~Simulator() {
  stop();
}

void Simulator::start() {
  httpServer_ = std::make_unique<HttpServer>(*this, options_.host, options_.port);
  for (int i = 0; i < options_.deliveryThreads; ++i) deliveryThreads_.emplace_back([this] { deliver(); });
}

void Simulator::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  deliveriesChanged_.notify_all();
  stopped_.notify_all();
  sender.abort();
  for (std::thread& thread : deliveryThreads_) thread.join();
  deliveryThreads_.clear();
  httpServer_.reset();
}

std::string Simulator::url() const {
  return "http://" + options_.host + ":" + std::to_string(httpServer_->port());
}

Response Simulator::answer(const Request& request) {
  if (request.path.rfind("/_control", 0) == 0) return ControlApi(*this).answer(request);
  Response response = withWorld([&](World& world, Millis now) { return world.answer(request, now); });
  if (!response.savedWebhook) return response;
  ping(*response.savedWebhook);
  return withWorld([&](World& world, Millis) { return world.settled(response); });
}

void Simulator::ping(const std::string& settingId) {
  const auto outgoing =
      withWorld([&](World& world, Millis now) { return world.outbox.pingOf(settingId, now); });
  if (!outgoing) return;
  const Outcome outcome = sender.send(*outgoing);
  withWorld([&](World& world, Millis now) { world.delivered(outgoing->deliveryId, outcome, now); });
}

void Simulator::reset(std::uint64_t seed) {
  const std::lock_guard lock(mutex_);
  world_ = std::make_unique<World>(seed);
  ++generation_;
  addOwnKey();
}

void Simulator::setSpeed(double speed) {
  clock.setSpeed(speed);
  withWorld([](World&, Millis) {});
}

void Simulator::advance(Millis by) {
  clock.advance(by);
  withWorld([](World&, Millis) {});
}

void Simulator::pauseDeliveries(bool paused) {
  paused_ = paused;
  withWorld([](World&, Millis) {});
}

void Simulator::waitForStop(std::chrono::milliseconds atMost) {
  std::unique_lock lock(mutex_);
  stopped_.wait_for(lock, atMost, [this] { return stopping_; });
}

void Simulator::deliver() {
  std::unique_lock lock(mutex_);
  while (!stopping_) {
    const auto taken = paused_ ? std::vector<Outgoing>() : world_->due(clock.now(), 1);
    if (taken.empty()) {
      const auto next = world_->outbox.nextDue();
      if (paused_ || !next) {
        deliveriesChanged_.wait(lock);
      } else {
        deliveriesChanged_.wait_for(lock, clock.realTimeUntil(*next));
      }
      continue;
    }
    const std::uint64_t generation = generation_;
    lock.unlock();
    const Outcome outcome = sender.send(taken.front());
    lock.lock();
    if (generation == generation_) world_->delivered(taken.front().deliveryId, outcome, clock.now());
    deliveriesChanged_.notify_all();
  }
}

void Simulator::addOwnKey() {
  if (options_.apiKey.empty()) return;
  auto scopes = ApiKeys::readScopes();
  scopes.insert("apiKeys:write");
  world_->api.keys.add("--api-key", std::move(scopes), options_.apiKey, clock.now());
}

}  // namespace ashby_simulator
