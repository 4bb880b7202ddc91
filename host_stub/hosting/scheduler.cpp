#include "hosting/scheduler.hpp"

#include <algorithm>

namespace host_stub {
namespace {

constexpr std::int64_t kAtOnce = 256;
// However far off the next wake is: the clock may be set in the meantime.
constexpr std::int64_t kLongestWaitMs = 1000;
constexpr std::int64_t kFirstRetryMs = 1000;
constexpr std::int64_t kLongestRetryMs = 30000;

}  // namespace

Scheduler::Scheduler(Platform& platform, ConnectionHub& hub, std::size_t workers)
    : platform_(platform), hub_(hub) {
  platform.wakes.listen([this](const ConnectionKey&, std::int64_t) {
    std::lock_guard lock(mutex_);
    ++told_;
    changed_.notify_one();
  });
  for (std::size_t i = 0; i < workers; ++i) threads_.emplace_back([this] { work(); });
}

Scheduler::~Scheduler() {
  stop();
}

void Scheduler::stop() {
  platform_.wakes.listen(nullptr);
  {
    std::lock_guard lock(mutex_);
    stopping_ = true;
    changed_.notify_all();
  }
  for (std::thread& thread : threads_)
    if (thread.joinable()) thread.join();
}

void Scheduler::work() {
  std::unique_lock lock(mutex_);
  while (!stopping_) {
    const auto due = next(lock);
    if (!due) continue;
    running_.insert(due->key);
    lock.unlock();
    runOne(*due);
    lock.lock();
    running_.erase(due->key);
    ++told_;  // it may be due again already
    changed_.notify_one();
  }
}

// Nothing after a wait: look again.
std::optional<DueWake> Scheduler::next(std::unique_lock<std::mutex>& lock) {
  if (ready_.empty()) refill(lock);
  while (!ready_.empty()) {
    const DueWake due = ready_.back();
    ready_.pop_back();
    if (!running_.contains(due.key)) return due;
  }
  return std::nullopt;
}

void Scheduler::refill(std::unique_lock<std::mutex>& lock) {
  const std::uint64_t toldBefore = told_;
  lock.unlock();
  const std::int64_t now = unixNow();
  std::vector<DueWake> due;
  std::optional<std::int64_t> wake;
  try {
    due = platform_.wakes.due(now, kAtOnce);
    wake = platform_.wakes.next();
  } catch (const std::exception& error) {
    platform_.log.warning("the due work can't be read", {{"reason", error.what()}});
  }
  lock.lock();
  std::int64_t waitMs = kLongestWaitMs;
  std::erase_if(due, [&](const DueWake& one) {
    if (running_.contains(one.key)) return true;
    const auto failing = failing_.find(one.key);
    return failing != failing_.end() && failing->second.notBefore > now &&
           failing->second.notBefore - now <= kLongestRetryMs;
  });
  ready_.assign(due.rbegin(), due.rend());
  if (!ready_.empty()) {
    if (ready_.size() > 1) changed_.notify_all();
    return;
  }
  if (wake && *wake > now) waitMs = std::min(waitMs, *wake - now);
  changed_.wait_for(lock, std::chrono::milliseconds(waitMs),
                    [&] { return stopping_ || told_ != toldBefore; });
}

void Scheduler::runOne(const DueWake& due) {
  try {
    const auto connection = hub_.find(due.key);
    if (!connection) return platform_.wakes.finished(due.key, due.seq, 0);
    const integration::WorkResult result = connection->runWork(stopping_);
    platform_.wakes.finished(due.key, due.seq, result.more ? unixNow() : result.nextAt);
    std::lock_guard lock(mutex_);
    failing_.erase(due.key);
  } catch (const std::exception& error) {
    failed(due, error.what());
  }
}

// The wake stays as durable as it was: only this process waits a little before it tries again.
void Scheduler::failed(const DueWake& due, const std::string& reason) {
  if (stopping_) return;
  platform_.log.warning("work failed and is tried again",
                        {{"connection", due.key.connection}, {"reason", reason}});
  std::lock_guard lock(mutex_);
  Failing& failing = failing_[due.key];
  failing.notBefore =
      unixNow() + std::min(kLongestRetryMs, kFirstRetryMs << std::min<std::uint32_t>(failing.attempts++, 5));
}

}  // namespace host_stub
