#include "watchdog.hpp"

#include <atomic>
#include <condition_variable>
#include <mutex>

#include "plugin_calls.hpp"
#include "process_comparison.hpp"

namespace integration {
namespace {

// Until it looks again after a look that failed for want of memory.
constexpr std::chrono::milliseconds kAfterFailure{100};

struct OfProcess {
  std::mutex mutex;
  std::weak_ptr<Watchdog> watchdog;
};
// Never destroyed: calls of plugins may outlive static objects.
OfProcess& ofThisProcess() {
  static auto* const made = new OfProcess;
  return *made;
}

}  // namespace

struct Watchdog::Rounds {
  std::vector<std::shared_ptr<PluginCalls>> alive();
  void run();
  Instant lookAtAll();

  std::mutex mutex;
  std::condition_variable changed;
  std::vector<std::weak_ptr<PluginCalls>> watched;
  std::atomic<Instant> next{Instant::max()};  // changed under the mutex
  bool ending = false;
};

std::vector<std::shared_ptr<PluginCalls>> Watchdog::Rounds::alive() {
  const std::lock_guard lock(mutex);
  std::erase_if(watched, [](const auto& calls) { return calls.expired(); });
  std::vector<std::shared_ptr<PluginCalls>> all;
  for (const auto& calls : watched)
    if (auto owned = calls.lock()) all.push_back(std::move(owned));
  return all;
}

Watchdog::Instant Watchdog::Rounds::lookAtAll() try {
  Instant earliest = compareProcessIfDue(std::chrono::steady_clock::now());
  for (const auto& calls : alive())
    earliest = std::min(earliest, calls->look(std::chrono::steady_clock::now()));
  return earliest;
} catch (const std::bad_alloc&) {
  return std::chrono::steady_clock::now() + kAfterFailure;
}

void Watchdog::Rounds::run() {
  std::unique_lock lock(mutex);
  while (!ending) {
    next = Instant::max();
    lock.unlock();
    const Instant found = lookAtAll();
    lock.lock();
    next = std::min(next.load(), found);
    while (!ending && std::chrono::steady_clock::now() < next.load()) {
      const Instant until = next;
      if (until == Instant::max())
        changed.wait(lock);
      else
        changed.wait_until(lock, until);
    }
  }
}

Watchdog::Watchdog() : rounds_(std::make_shared<Rounds>()) {
  thread_ = std::thread([rounds = rounds_] { rounds->run(); });
}

Watchdog::~Watchdog() {
  {
    const std::lock_guard lock(rounds_->mutex);
    rounds_->ending = true;
  }
  rounds_->changed.notify_all();
  if (thread_.get_id() == std::this_thread::get_id())
    thread_.detach();
  else
    thread_.join();
}

std::shared_ptr<Watchdog> Watchdog::ofProcess() {
  OfProcess& process = ofThisProcess();
  const std::lock_guard lock(process.mutex);
  auto watchdog = process.watchdog.lock();
  if (!watchdog) process.watchdog = watchdog = std::make_shared<Watchdog>();
  return watchdog;
}

std::vector<std::shared_ptr<PluginCalls>> Watchdog::watched() {
  OfProcess& process = ofThisProcess();
  std::shared_ptr<Watchdog> watchdog;
  {
    const std::lock_guard lock(process.mutex);
    watchdog = process.watchdog.lock();
  }
  return watchdog ? watchdog->rounds_->alive() : std::vector<std::shared_ptr<PluginCalls>>();
}

void Watchdog::watch(const std::shared_ptr<PluginCalls>& calls) {
  const std::lock_guard lock(rounds_->mutex);
  rounds_->watched.push_back(calls);
}

void Watchdog::lookBy(Instant time) noexcept {
  if (time >= rounds_->next.load()) return;
  const std::lock_guard lock(rounds_->mutex);
  if (time >= rounds_->next.load()) return;
  rounds_->next = time;
  rounds_->changed.notify_all();
}

}  // namespace integration
