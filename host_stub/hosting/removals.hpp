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

  // On return the connection and all that it had are gone. keep: but for the ids it has handled, which the
  // company's next one honours. Throws Failure; what has begun then is finished by finishAll.
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
  void giveHandled(const Connection& connection);

  Platform& platform_;
  ConnectionHub& hub_;
  std::mutex mutex_;
  std::set<ConnectionKey> underWay_;
};

}  // namespace host_stub
