// Threads for one kind of request, of which each company or connection has a share.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <list>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "net/server/web.hpp"

namespace host_stub {

// Thread-safe. A free thread serves the share that has the fewest requests running, in turns. A request that
// runs for very long is held, by a plugin that hangs for instance. It isn't counted any more, and another
// thread replaces its own, up to twice the number of threads.
class Lane {
 public:
  struct Limits {
    std::size_t threads;
    std::size_t atOnce;                  // requests of one share that run at the same time
    std::size_t queue;                   // requests of one share that wait, besides
    std::chrono::milliseconds patience;  // how long one waits
    // Requests of one group of shares that run at the same time.
    std::size_t atOnceOfGroup = std::numeric_limits<std::size_t>::max();
    std::chrono::milliseconds heldAfter{12000};  // from when on a request is held
  };
  using Task = std::function<void()>;
  using Refuse = std::function<void(WebResponse)>;

  explicit Lane(const Limits& limits);
  // Waits for what runs, and drops what waits.
  ~Lane();
  Lane(const Lane&) = delete;
  Lane& operator=(const Lane&) = delete;

  // Runs the task on a thread of the lane. Calls `refuse` instead, with a 503, if the share's queue is full
  // or the task waits too long. A task that throws is over. group: the share's group, always the same; "" if
  // it has none.
  void run(const std::string& share, Task task, Refuse refuse, const std::string& group = {});
  // Runs the rest of a request whose task gave its thread back, before all that wait in its share.
  void resume(const std::string& share, Task task, Refuse refuse, const std::string& group = {});

 private:
  using Clock = std::chrono::steady_clock;
  struct Share;
  using Shares = std::map<std::string, Share>;
  // Waits in its share first, then runs. It moves from list to list, so that nothing is allocated then.
  struct Request {
    Task task;
    Refuse refuse;
    Clock::time_point until;       // how long it waits
    Shares::iterator share = {};   // set when it runs, as what follows
    Clock::time_point since = {};  // when it began
    bool isHeld = false;
  };
  struct Share {
    std::size_t* group = nullptr;  // how many requests of the group run; null if it is of none
    std::size_t running = 0;       // but for those that are held
    std::size_t held = 0;
    std::uint64_t turn = 0;  // when it was served last, counted in requests
    std::list<Request> waiting;
  };

  enum class Place { last, first };
  void queue(const std::string& share, Request request, const std::string& group, Place place);
  void work();
  bool mustWake();
  void watch();
  bool mayRun(const Share& share) const;
  Shares::iterator next();
  std::list<Request>::iterator begin(Shares::iterator share);
  void end(std::list<Request>::iterator request);
  void replaceHeldThreads();
  std::list<Request> takeExpired();
  void forgetIfUnused(Shares::iterator share);

  const Limits limits_;
  std::mutex mutex_;                           // guards what follows, but for the threads
  std::condition_variable changed_;            // for the threads: something waits, or the lane ends
  std::condition_variable ends_;               // for the watch
  Shares shares_;                              // those in use
  std::map<std::string, std::size_t> groups_;  // how many requests of each run, but for those that are held
  std::list<Request> running_;
  std::size_t held_ = 0;     // how many of them are held
  std::size_t idle_ = 0;     // how many threads wait for a request
  bool isWaking_ = false;    // one of them has been woken and does not run yet
  std::uint64_t turns_ = 0;  // how many requests have begun
  bool stopping_ = false;
  std::vector<std::thread> threads_;
  std::thread watch_;
};

}  // namespace host_stub
