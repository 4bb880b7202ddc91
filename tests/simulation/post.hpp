// The network between Ashby's webhooks and the host. It loses, doubles, delays and reorders deliveries, and
// somebody on it forges and replays them.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "ashby.hpp"

namespace ashby_simulation {

// In milliseconds.
constexpr std::int64_t kSecond = 1000, kMinute = 60 * kSecond, kHour = 60 * kMinute;

class Promises;

class Post {
 public:
  Post(const Seed& seed, SimulatedHost& host, Ashby& ashby, Promises& promises);

  // Creates the webhooks with their secret, as the admin does in Ashby.
  void createWebhooks();
  void enterNewestSecret();
  void plan(const std::function<std::int64_t()>& when);
  // Sends the webhooks that are due, and plans the next collection.
  void collect();
  // Lets all later deliveries arrive at once.
  void calm();

 private:
  struct Letter {
    std::optional<std::uint64_t> deliveryId;  // none if Ashby didn't send it
    std::string body, signature;
  };

  void ping(const std::string& settingId);
  void send(const ashby_simulator::Outgoing& outgoing);
  void deliverIn(std::int64_t ms, Letter letter, bool answerArrives);
  void told(const Letter& letter, int status);

  SimulatedHost& host_;
  Ashby& ashby_;
  Promises& promises_;
  Prng prng_;
  bool calm_ = false;
  std::int64_t nextCollection_ = 0;
  std::vector<std::string> settings_;
  std::vector<Letter> seen_;  // for replays
};

}  // namespace ashby_simulation
