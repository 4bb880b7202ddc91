// How often a client may be wrong about a token or a link.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <mutex>
#include <string>

namespace host_stub {

// Counts failed sign-ins by the client's address, in memory. Only wrong tokens are slowed down. A right one
// needs no protection from guesses, since tokens and links have 256 random bits. Refusing it would let
// anybody lock others out. [thread-safe]
class SignInThrottle {
 public:
  static constexpr std::size_t kMost = 10;
  static constexpr std::int64_t kWithinMs = 5 * 60 * 1000;
  static constexpr std::size_t kMostClients = 4096;  // beyond, some client's attempts are forgotten

  // Returns whether this client may be told that its token or link is wrong, and counts it. False after too
  // many within a short time; that doesn't count, so the wait has an end.
  bool failed(const std::string& client, std::int64_t now) {
    const std::lock_guard lock(mutex_);
    forgetBefore(now - kWithinMs);
    const auto known = failures_.find(client);
    if (known != failures_.end() && known->second.size() >= kMost) return false;
    if (known == failures_.end() && failures_.size() >= kMostClients) failures_.erase(failures_.begin());
    failures_[client].push_back(now);
    return true;
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
