// One at a time for each key; others wait for their turn.
#pragma once

#include <condition_variable>
#include <mutex>
#include <set>
#include <string>

namespace host_stub {

// Thread-safe.
class Turns {
 public:
  // Has the turn while it lives.
  class Turn {
   public:
    Turn(Turns& turns, std::string key) : turns_(turns), key_(std::move(key)) {
      std::unique_lock lock(turns_.mutex_);
      turns_.ended_.wait(lock, [&] { return turns_.taken_.insert(key_).second; });
    }
    ~Turn() {
      const std::lock_guard lock(turns_.mutex_);
      turns_.taken_.erase(key_);
      turns_.ended_.notify_all();
    }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

   private:
    Turns& turns_;
    const std::string key_;
  };

 private:
  std::mutex mutex_;
  std::condition_variable ended_;
  std::set<std::string> taken_;
};

}  // namespace host_stub
