// The way of a webhook from Ashby to the host, on a network that loses, doubles, delays and reorders, with
// somebody on it who forges and replays.
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
  // Sends what Ashby has to send now, and comes back when it has more.
  void collect();
  // From now on everything arrives at once.
  void calm();

 private:
  struct Letter {
    std::optional<std::uint64_t> deliveryId;  // none for what Ashby didn't send
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
  std::vector<Letter> seen_;  // by whoever replays
};

}  // namespace ashby_simulation
