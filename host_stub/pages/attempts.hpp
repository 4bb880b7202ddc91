// How often somebody may fail to sign in.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <mutex>
#include <string>

namespace host_stub {

// By the address that they come from; in memory alone. [thread-safe]
class Attempts {
 public:
  static constexpr std::size_t kMost = 10;
  static constexpr std::int64_t kWithinMs = 5 * 60 * 1000;

  // Whether this one may try now.
  bool mayTry(const std::string& peer, std::int64_t now) {
    const std::lock_guard lock(mutex_);
    forgetBefore(now - kWithinMs);
    const auto known = failures_.find(peer);
    return known == failures_.end() || known->second.size() < kMost;
  }
  void failed(const std::string& peer, std::int64_t now) {
    const std::lock_guard lock(mutex_);
    failures_[peer].push_back(now);
  }

 private:
  void forgetBefore(std::int64_t time) {
    for (auto one = failures_.begin(); one != failures_.end();) {
      std::deque<std::int64_t>& times = one->second;
      while (!times.empty() && times.front() < time) times.pop_front();
      one = times.empty() ? failures_.erase(one) : std::next(one);
    }
  }

  std::mutex mutex_;
  std::map<std::string, std::deque<std::int64_t>> failures_;
};

}  // namespace host_stub
