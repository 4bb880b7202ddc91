// Concurrent webhooks, promotions and deletions for a host that may die meanwhile, and the host's answers.
#pragma once

#include <atomic>
#include <map>
#include <mutex>
#include <random>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "deliverer.hpp"

namespace fault {

// The answers, by application. A request without an answer may have succeeded or not; it is repeated later.
struct Answered {
  std::set<std::string> delivered;             // 200: the hire must come
  std::map<std::string, std::string> members;  // 200: the person's id
  std::set<std::string> deleted;               // 204
  std::size_t unanswered = 0;                  // promotions and deletions
  std::size_t refused = 0;                     // deliveries with 503 or without an answer
};

// Hires in the simulated Ashby whose webhooks this class sends. Call begin() and end() from one thread.
// Between them, the load's own threads each send one request after another.
class Load {
 public:
  Load(host_stub_test::Connected& connected, std::uint64_t seed) : connected_(connected), random_(seed) {}
  ~Load() { end(); }

  void begin();
  void end();
  // Returns the number of added members so far. Thread-safe.
  std::size_t members();
  // REQUIRES: ended.
  const Answered& answered() const { return answered_; }

 private:
  void deliver();
  void review();
  void reviewOne(const std::string& id, const std::string& application);
  std::uint64_t draw(std::uint64_t below);

  host_stub_test::Connected& connected_;
  std::mutex mutex_;
  std::mt19937_64 random_;
  Answered answered_;
  std::atomic<bool> ending_{false};
  std::vector<std::thread> threads_;
};

// Compares the host's hires with its answers; returns a line for each hire that is lost or doubled. Waits up
// to 90 s for hires that are still to be read from Ashby.
std::vector<std::string> broken(host_stub_test::Connected& connected, const Load& load);

}  // namespace fault
