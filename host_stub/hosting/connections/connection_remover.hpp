// Removing connections, in steps that go on after a crash.
#pragma once

#include <atomic>
#include <mutex>
#include <set>

#include "hosting/connections/connection_hub.hpp"

namespace host_stub {

// Thread-safe.
class ConnectionRemover {
 public:
  ConnectionRemover(Platform& platform, ConnectionHub& hub) : platform_(platform), hub_(hub) {}

  // Removes the connection and all that it had. Throws Failure(notFound) if there is no such connection.
  // keep: whether its processed ids are kept, which the company's next connection honours. They can't be read
  // if its plugin is not loaded or fails. In that case the connection is gone from every list. finishAll
  // erases its data once the plugin has told them.
  void remove(LiveConnection& connection, bool keep, const AuditedAction& action = {});
  // Finishes removals that were begun and not ended, by an earlier process or because a plugin failed.
  // Plugins are asked by way of `asks`, so that one that hangs holds up no other; `cancelled` must outlive
  // it. A removal that fails again is logged and left for the next time.
  void finishAll(AskConnections& asks, const std::atomic<bool>& cancelled);

 private:
  // The right to remove this connection, for one thread at a time.
  class Claim {
   public:
    Claim(ConnectionRemover& removals, const ConnectionKey& key);
    ~Claim();
    Claim(const Claim&) = delete;
    Claim& operator=(const Claim&) = delete;
    explicit operator bool() const { return isMine_; }

   private:
    ConnectionRemover& removals_;
    const ConnectionKey key_;
    bool isMine_;
  };

  // Finishes one removal unless another thread is at it; logs a failure.
  void finish(const ConnectionKey& key, const std::atomic<bool>& cancelled);
  void finishClaimed(const ConnectionKey& key, const std::atomic<bool>& cancelled);
  // Returns false if the plugin that must be asked is not loaded.
  bool exportProcessedIds(const Connection& connection);

  Platform& platform_;
  ConnectionHub& hub_;
  std::mutex mutex_;
  std::set<ConnectionKey> underWay_;
};

}  // namespace host_stub
