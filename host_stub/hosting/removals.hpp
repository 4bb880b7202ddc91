// Removing connections, in steps that go on after a crash.
#pragma once

#include <atomic>
#include <mutex>
#include <set>

#include "hosting/connection_hub.hpp"

namespace host_stub {

// Thread-safe.
class Removals {
 public:
  Removals(Platform& platform, ConnectionHub& hub) : platform_(platform), hub_(hub) {}

  // Removes the connection and all that it had. keep: but for the ids it has handled, which the company's
  // next one honours. If its plugin is not loaded, the ids can't be read: the connection is gone from every
  // list, and finishAll erases its data once a host has loaded the plugin. Throws Failure; finishAll then
  // finishes what has begun.
  void remove(LiveConnection& connection, bool keep);
  // What was begun and not ended, by an earlier process or by a remove that failed; what fails is logged and
  // left for the next time.
  void finishAll(const std::atomic<bool>& cancelled);

 private:
  // The right to remove this connection, for one thread at a time.
  class Claim {
   public:
    Claim(Removals& removals, const ConnectionKey& key);
    ~Claim();
    Claim(const Claim&) = delete;
    Claim& operator=(const Claim&) = delete;
    explicit operator bool() const { return isMine_; }

   private:
    Removals& removals_;
    const ConnectionKey key_;
    bool isMine_;
  };

  void finishClaimed(const ConnectionKey& key, const std::atomic<bool>& cancelled);
  // Returns false if the plugin that must be asked is not loaded.
  bool giveHandled(const Connection& connection);

  Platform& platform_;
  ConnectionHub& hub_;
  std::mutex mutex_;
  std::set<ConnectionKey> underWay_;
};

}  // namespace host_stub
