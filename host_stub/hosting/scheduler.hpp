// The threads that run the plugins' work when it is due: the longest due first, a slice each, never two for
// one connection.
#pragma once

#include <atomic>
#include <condition_variable>
#include <map>
#include <mutex>
#include <set>
#include <thread>
#include <vector>

#include "hosting/connection_hub.hpp"

namespace host_stub {

class Scheduler {
 public:
  Scheduler(Platform& platform, ConnectionHub& hub, std::size_t workers);
  ~Scheduler();  // stops

  // Cancels what runs, waits for it, starts nothing more.
  void stop();

 private:
  struct Failing {
    std::uint32_t attempts = 0;
    std::int64_t notBefore = 0;
  };

  void work();
  std::optional<DueWake> next(std::unique_lock<std::mutex>& lock);
  void refill(std::unique_lock<std::mutex>& lock);
  void runOne(const DueWake& due);
  void failed(const DueWake& due, const std::string& reason);

  Platform& platform_;
  ConnectionHub& hub_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<DueWake> ready_;  // the longest due last
  std::set<ConnectionKey> running_;
  std::map<ConnectionKey, Failing> failing_;
  std::uint64_t told_ = 0;  // counts what the wakes told, so that nothing told during a look is missed
  std::atomic<bool> stopping_{false};
  std::vector<std::thread> threads_;
};

}  // namespace host_stub
