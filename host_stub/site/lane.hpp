// Threads for one kind of request, of which each company or connection has a share.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <list>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "net/web.hpp"

namespace host_stub {

// Thread-safe. A free thread serves the share that has the fewest requests running.
class Lane {
 public:
  struct Limits {
    std::size_t threads;
    std::size_t atOnce;                  // requests of one share that run at the same time
    std::size_t queue;                   // requests of one share that wait, besides
    std::chrono::milliseconds patience;  // how long one waits
  };
  using Task = std::function<void()>;
  using Refuse = std::function<void(WebResponse)>;

  explicit Lane(const Limits& limits);
  // Waits for what runs, and drops what waits.
  ~Lane();
  Lane(const Lane&) = delete;
  Lane& operator=(const Lane&) = delete;

  // Runs the task on a thread of the lane. Calls `refuse` instead, with a 503, at once if the share's queue
  // is full, or later if the task waits too long. A task that throws is over.
  void run(const std::string& share, Task task, Refuse refuse);

 private:
  using Clock = std::chrono::steady_clock;
  struct Waiting {
    Task task;
    Refuse refuse;
    Clock::time_point until;
  };
  struct Share {
    std::size_t running = 0;
    std::list<Waiting> waiting;
  };
  using Shares = std::map<std::string, Share>;

  void work();
  void watch();
  Shares::iterator next();
  std::list<Waiting> takeExpired();
  void forgetIfUnused(Shares::iterator share);

  const Limits limits_;
  std::mutex mutex_;                 // guards what follows, but for the threads
  std::condition_variable changed_;  // for the threads: something waits, or the lane ends
  std::condition_variable ends_;     // for the watch
  Shares shares_;                    // those in use
  bool stopping_ = false;
  std::vector<std::thread> threads_;
  std::thread watch_;
};

}  // namespace host_stub
