// Tasks that a host does by itself from time to time.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "hosting/connections/connection_remover.hpp"

namespace host_stub {

// A thread that works at the start, then every minute, and at the end. It finishes removals that have begun,
// and deletes what has been kept long enough. It also cuts the database's log, which still holds erased data.
// It asks the plugins whose data they have erased at the start, then every hour. A plugin that hangs delays
// no other.
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
