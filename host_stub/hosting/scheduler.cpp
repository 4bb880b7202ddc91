#include "hosting/scheduler.hpp"

#include <algorithm>
#include <utility>

namespace host_stub {
namespace {

constexpr std::int64_t kWakesAtOnce = 4096;
// However far off the next wake is: the clock may be set in the meantime.
constexpr std::int64_t kLongestWaitMs = 1000;
// A clock that goes so far back was set; less than that is waited for.
constexpr std::int64_t kSetBackMs = 10000;
constexpr std::int64_t kFirstRetryMs = 1000;
constexpr std::int64_t kLongestRetryMs = 30000;
// A run that takes longer than this leaves its place to another.
constexpr std::chrono::milliseconds kSlow{1000};
constexpr std::size_t kMostThreads = 256;
// The runs of one company at once.
constexpr std::size_t kShareOfACompany = 16;
constexpr std::int64_t kLongestBackOffMs = 60 * 60000;

}  // namespace

Scheduler::Scheduler(Platform& platform, ConnectionHub& hub, std::size_t workers)
    : platform_(platform), hub_(hub), workers_(workers) {
  platform.wakes.listen([this](const ConnectionKey&, std::int64_t) {
    std::lock_guard lock(mutex_);
    ++told_;
    changed_.notify_one();
  });
  for (std::size_t i = 0; i < workers; ++i) threads_.emplace_back([this] { work(); });
  reinforcing_ = std::thread([this] { reinforce(); });
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
    free_.notify_all();
    ending_.notify_all();
  }
  slotWaits_.finish();
  if (reinforcing_.joinable()) reinforcing_.join();
  for (std::thread& thread : threads_)
    if (thread.joinable()) thread.join();
}

void Scheduler::work() {
  std::unique_lock lock(mutex_);
  while (true) {
    free_.wait(lock, [this] { return stopping_ || busy_ < workers_ + slow(); });
    if (stopping_) return;
    ++busy_;
    if (!resumed_.empty()) {
      SlotWaits::Task resumed = std::move(resumed_.front());
      resumed_.pop_front();
      lock.unlock();
      resumed();
      resumed = nullptr;  // gives the slot back, and posts the next run of it: without the lock
      lock.lock();
    } else if (const auto due = next(lock)) {
      running_[due->key] = std::chrono::steady_clock::now();
      const bool isSuspect = platform_.crashes.suspect(due->key.connection).has_value();
      alone_.started(isSuspect, unixNow());
      lock.unlock();
      start(*due, isSuspect);
      lock.lock();
    }
    --busy_;
    free_.notify_one();
  }
}

// Runs the work once its connection has a slot for it: before that it holds no thread.
void Scheduler::start(const DueWork& due, bool isSuspect) try {
  // Whatever becomes of the run, it has ended when this goes.
  const std::shared_ptr<void> running(nullptr, [this, due, isSuspect](void*) { ended(due, isSuspect); });
  auto resume = [this](SlotWaits::Task run) {
    const std::lock_guard lock(mutex_);
    resumed_.push_back(std::move(run));
    ++told_;
    changed_.notify_one();
    free_.notify_one();
  };
  slotWaits_.run(
      slotsOf(due), [this, due, running] { runOne(due); }, resume, SlotWaits::Turn::first);
} catch (const std::exception& error) {
  failed(due, error.what());
}

void Scheduler::ended(const DueWork& due, bool wasSuspect) {
  const std::lock_guard lock(mutex_);
  alone_.ended(wasSuspect);
  running_.erase(due.key);
  ++told_;  // it may be due again already
  changed_.notify_one();
}

// Returns null if no call of the plugin is to come, or the data can't be read.
std::shared_ptr<integration::CallSlots> Scheduler::slotsOf(const DueWork& due) try {
  const auto connection = hub_.find(due.key);
  return connection && connection->mayWork() ? connection->slots() : nullptr;
} catch (const std::exception&) {
  return nullptr;  // runOne() tells why
}

void Scheduler::reinforce() {
  std::unique_lock lock(mutex_);
  while (!stopping_) {
    ending_.wait_for(lock, kSlow / 2);
    const std::size_t needed = std::min(kMostThreads, workers_ + slow());
    while (threads_.size() < needed && !stopping_) threads_.emplace_back([this] { work(); });
    free_.notify_all();
  }
}

std::size_t Scheduler::slow() const {
  const auto before = std::chrono::steady_clock::now() - kSlow;
  return static_cast<std::size_t>(
      std::count_if(running_.begin(), running_.end(), [&](const auto& one) { return one.second < before; }));
}

// Whether the run of a connection whose work is due may begin now.
bool Scheduler::mayStart(const ConnectionKey& key, std::int64_t now) {
  if (running_.contains(key) || runningOf(key.company) >= kShareOfACompany) return false;
  auto isToWait = [&](std::int64_t until, std::int64_t longest) {
    return until > now && until - now <= longest;  // further off only by a clock that was set back
  };
  const auto failing = failing_.find(key);
  if (failing != failing_.end() && isToWait(failing->second.notBefore, kLongestRetryMs)) return false;
  const auto suspect = platform_.crashes.suspect(key.connection);
  if (suspect && isToWait(suspect->notBefore, kLongestBackOffMs)) return false;
  return alone_.mayStart(suspect.has_value(), runningNow(), now);
}

// The runs that don't hang.
std::size_t Scheduler::runningNow() const {
  const auto after = std::chrono::steady_clock::now() - std::chrono::milliseconds(ExclusiveAccess::kHangsMs);
  return static_cast<std::size_t>(
      std::count_if(running_.begin(), running_.end(), [&](const auto& one) { return one.second > after; }));
}

std::size_t Scheduler::runningOf(const std::string& company) const {
  return static_cast<std::size_t>(std::count_if(
      running_.begin(), running_.end(), [&](const auto& one) { return one.first.company == company; }));
}

// Nothing after a wait: look again.
std::optional<DueWork> Scheduler::next(std::unique_lock<std::mutex>& lock) {
  if (ready_.empty()) refill(lock);
  while (!ready_.empty()) {
    const DueWork due = ready_.back();
    ready_.pop_back();
    if (mayStart(due.key, unixNow())) return due;
  }
  return std::nullopt;
}

void Scheduler::refill(std::unique_lock<std::mutex>& lock) {
  const std::uint64_t toldBefore = told_;
  const std::int64_t now = unixNow(), lookedAt = std::exchange(lookedAt_, now);
  lock.unlock();
  std::vector<DueWork> due;
  std::optional<std::int64_t> wake;
  try {
    noticeClockSetBack(now, lookedAt);
    due = platform_.wakes.due(now, kWakesAtOnce);
    wake = platform_.wakes.next();
  } catch (const std::exception& error) {
    platform_.log.warning("the due work can't be read", {{"reason", error.what()}});
  }
  lock.lock();
  std::int64_t waitMs = kLongestWaitMs;
  std::erase_if(due, [&](const DueWork& one) { return !mayStart(one.key, now); });
  ready_.assign(due.rbegin(), due.rend());
  if (!ready_.empty()) {
    if (ready_.size() > 1) changed_.notify_all();
    return;
  }
  if (wake && *wake > now) waitMs = std::min(waitMs, *wake - now);
  changed_.wait_for(lock, std::chrono::milliseconds(waitMs),
                    [&] { return stopping_ || told_ != toldBefore; });
}

// Since the last look, or while the host was down.
void Scheduler::noticeClockSetBack(std::int64_t now, std::int64_t lookedAt) {
  if (lookedAt != 0 && now > lookedAt - kSetBackMs) return;
  if (lookedAt != 0) platform_.log.warning("the clock was set back: all work is looked at", {});
  platform_.wakes.allDue(now);
}

void Scheduler::setAsideWhatCrashes(LiveConnection& connection) {
  const std::string& id = connection.key().connection;
  for (const std::string& item : platform_.crashes.itemsToSetAside(id)) {
    if (!connection.supports(integration::kSetAside)) return;
    try {
      connection.run<void>(
          "", integration::kSetAside,
          integration::SetAsideRequest{item, "Reading it crashed the server: it is read again tomorrow"});
      platform_.crashes.wasSetAside(id, item);
    } catch (const integration::Failure& failure) {
      // The connection is a suspect all the same, and its other work goes on.
      platform_.log.warning("a work item that crashed the host could not be set aside",
                            {{"connection", id}, {"item", item}, {"reason", failure.what()}});
    }
  }
}

void Scheduler::runOne(const DueWork& due) {
  try {
    const auto connection = hub_.find(due.key);
    // A disabled one loses its wake: enabling makes work due again.
    if (!connection || !connection->mayWork()) return platform_.wakes.finished(due.key, due.seq, 0);
    if (connection->unavailable()) return waitForPlugin(due);
    setAsideWhatCrashes(*connection);
    const integration::WorkResult result = connection->runWork(stopping_);
    platform_.crashes.worked(due.key.connection, result.more);
    platform_.wakes.finished(due.key, due.seq, result.more ? unixNow() : result.nextAt);
    std::lock_guard lock(mutex_);
    failing_.erase(due.key);
  } catch (const std::exception& error) {
    failed(due, error.what());
  }
}

// The log has told at the start that the plugin is not loaded. The wake stays as durable as it was.
void Scheduler::waitForPlugin(const DueWork& due) {
  const std::lock_guard lock(mutex_);
  failing_[due.key].notBefore = unixNow() + kLongestRetryMs;
}

// The wake stays as durable as it was: only this process waits a little before it tries again.
void Scheduler::failed(const DueWork& due, const std::string& reason) {
  if (stopping_) return;
  platform_.log.warning("work failed and is tried again",
                        {{"connection", due.key.connection}, {"reason", reason}});
  std::lock_guard lock(mutex_);
  Failing& failing = failing_[due.key];
  failing.notBefore =
      unixNow() + std::min(kLongestRetryMs, kFirstRetryMs << std::min<std::uint32_t>(failing.attempts++, 5));
}

}  // namespace host_stub
