// Changes of one thing happen one at a time, and nobody waits for ever until a change has ended.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <set>
#include <string>

#include "integration/status.hpp"

namespace host_stub {

// Thread-safe. No lock is held while a claim lasts, so its owner may call a plugin, which may send requests.
class Claims {
 public:
  // patience: how long a claim waits for its key.
  explicit Claims(std::chrono::milliseconds patience) : patience_(patience) {}

  // Owns the key until it is destroyed.
  class Claim {
   public:
    // Blocks until the key is free; throws ifTaken if that takes longer than the patience.
    Claim(Claims& claims, std::string key, const integration::Failure& ifTaken);
    ~Claim();
    Claim(const Claim&) = delete;
    Claim& operator=(const Claim&) = delete;

   private:
    Claims& claims_;
    const std::string key_;
  };

 private:
  const std::chrono::milliseconds patience_;
  std::mutex mutex_;
  std::condition_variable released_;
  std::set<std::string> taken_;
};

}  // namespace host_stub
