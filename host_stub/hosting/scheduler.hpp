// The threads that run the plugins' work when it is due. The longest due runs first, and never two runs of
// one connection. Each run is a slice of the work, and each company has a share of the threads. The work of a
// connection that has crashed the host runs alone. A run that takes long waits for its source. Another thread
// takes its place, so that a source that hangs delays its own connections only.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

#include "hosting/connections/connection_hub.hpp"
#include "hosting/connections/exclusive_access.hpp"
#include "hosting/connections/slot_waits.hpp"

namespace host_stub {

class Scheduler {
 public:
  Scheduler(Platform& platform, ConnectionHub& hub, std::size_t workers);
  ~Scheduler();  // stops

  // Cancels what runs, waits for it, starts nothing more.
  void stop();

 private:
  struct Failing {
    std::uint32_t attempts = 0;
    std::int64_t notBefore = 0;
  };

  void work();
  void reinforce();
  std::size_t slow() const;
  bool mayStart(const ConnectionKey& key, std::int64_t now);
  std::size_t runningNow() const;
  std::size_t runningOf(const std::string& company) const;
  std::optional<DueWork> next(std::unique_lock<std::mutex>& lock);
  void refill(std::unique_lock<std::mutex>& lock);
  void noticeClockSetBack(std::int64_t now, std::int64_t lookedAt);
  void setAsideWhatCrashes(LiveConnection& connection);
  void start(const DueWork& due, bool isSuspect);
  void ended(const DueWork& due, bool wasSuspect);
  std::shared_ptr<integration::CallSlots> slotsOf(const DueWork& due);
  void runOne(const DueWork& due);
  void failed(const DueWork& due, const std::string& reason);
  void waitForPlugin(const DueWork& due);

  Platform& platform_;
  ConnectionHub& hub_;
  const std::size_t workers_;  // that look for work or do it, besides those whose run takes long
  std::mutex mutex_;
  std::condition_variable changed_, free_, ending_;
  std::deque<SlotWaits::Task> resumed_;  // runs that have waited for a slot of their connection
  std::vector<DueWork> ready_;           // the longest due last
  std::map<ConnectionKey, std::chrono::steady_clock::time_point> running_;  // since when
  std::size_t busy_ = 0;  // threads at work or looking for it
  std::map<ConnectionKey, Failing> failing_;
  ExclusiveAccess alone_;
  std::int64_t lookedAt_ = 0;  // 0: not yet
  std::uint64_t told_ = 0;     // counts what the wakes told, so that nothing told during a look is missed
  std::atomic<bool> stopping_{false};
  std::vector<std::thread> threads_;
  std::thread reinforcing_;
  SlotWaits slotWaits_;
};

}  // namespace host_stub
