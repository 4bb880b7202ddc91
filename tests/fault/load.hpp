// Webhooks, promotions and deletions at once against a host that may die under them, and what it answered.
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

// By application. What was asked and not answered may have happened or not; it is asked again later.
struct Answered {
  std::set<std::string> delivered;             // 200: the hire must come
  std::map<std::string, std::string> members;  // 200: the person's id
  std::set<std::string> deleted;               // 204
  std::size_t unanswered = 0;                  // promotions and deletions
  std::size_t refused = 0;                     // deliveries that got 503 or no answer
};

// Silent hires in the simulated Ashby, of which this alone tells the host. begin() and end() from one thread;
// between them threads of its own work, one request after another.
class Load {
 public:
  Load(host_stub_test::Connected& connected, std::uint64_t seed) : connected_(connected), random_(seed) {}
  ~Load() { end(); }

  void begin();
  void end();
  // So far. Thread-safe.
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

// Compares the host's hires with its answers: returns a line for each hire that is lost or doubled. Waits for
// those that are still to be read from Ashby.
std::vector<std::string> broken(host_stub_test::Connected& connected, const Load& load);

}  // namespace fault
