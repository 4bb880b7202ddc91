// Tasks that a host does by itself from time to time.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "hosting/connections/connection_remover.hpp"

namespace host_stub {

// A thread that finishes what was begun to be removed, forgets what has been kept long enough, and cuts the
// database's log, which still holds what was erased: at once, then every minute, and at the end. Plugins are
// asked whose data they have erased at once, then every hour. A plugin that hangs holds up no other.
class Housekeeping {
 public:
  Housekeeping(Platform& platform, ConnectionHub& hub, ConnectionRemover& removals);
  ~Housekeeping();  // after the step in hand
  Housekeeping(const Housekeeping&) = delete;
  Housekeeping& operator=(const Housekeeping&) = delete;

 private:
  void run();
  void tidy();
  void forgetOld();

  Platform& platform_;
  ConnectionHub& hub_;
  ConnectionRemover& removals_;
  std::chrono::steady_clock::time_point draftsAt_ =
      std::chrono::steady_clock::now();  // when drafts are looked at
  std::mutex mutex_;
  std::condition_variable stop_;
  std::atomic<bool> stopping_{false};
  AskConnections asks_;  // what plugins are asked for; may be late
  std::thread thread_;
};

}  // namespace host_stub
