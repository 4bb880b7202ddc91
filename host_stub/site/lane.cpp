#include "site/lane.hpp"

#include <exception>
#include <utility>

#include "net/json_answer.hpp"
#include "net/server/web_refusals.hpp"

namespace host_stub {
namespace {

constexpr std::chrono::milliseconds kWatch{100};

// A step that fails ends here: the last copy of its reply answers 500.
void attempt(const std::function<void()>& step) {
  try {
    step();
  } catch (const std::exception&) {
  }
}

}  // namespace

Lane::Lane(const Limits& limits) : limits_(limits) {
  for (std::size_t i = 0; i < limits_.threads; ++i) threads_.emplace_back([this] { work(); });
  watch_ = std::thread([this] { watch(); });
}

Lane::~Lane() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  ends_.notify_all();
  for (std::thread& thread : threads_) thread.join();
  watch_.join();
}

void Lane::run(const std::string& share, Task task, Refuse refuse) {
  std::list<Waiting> entry;
  entry.push_back({std::move(task), std::move(refuse), Clock::now() + limits_.patience});
  {
    const std::lock_guard lock(mutex_);
    Share& mine = shares_[share];
    if (mine.running + mine.waiting.size() < limits_.atOnce + limits_.queue)
      mine.waiting.splice(mine.waiting.end(), entry);
  }
  if (!entry.empty()) return entry.front().refuse(overloaded("Too many requests are waiting."));
  changed_.notify_one();
}

// Returns the share whose turn it is, or the end if none may run anything.
Lane::Shares::iterator Lane::next() {
  auto chosen = shares_.end();
  for (auto share = shares_.begin(); share != shares_.end(); ++share) {
    const bool mayRun = !share->second.waiting.empty() && share->second.running < limits_.atOnce;
    if (mayRun && (chosen == shares_.end() || share->second.running < chosen->second.running)) chosen = share;
  }
  return chosen;
}

void Lane::work() {
  std::unique_lock lock(mutex_);
  while (!stopping_) {
    const auto share = next();
    if (share == shares_.end()) {
      changed_.wait(lock);
      continue;
    }
    std::list<Waiting> taken;
    taken.splice(taken.end(), share->second.waiting, share->second.waiting.begin());
    ++share->second.running;
    lock.unlock();
    attempt(taken.front().task);
    taken.clear();
    lock.lock();
    --share->second.running;
    forgetIfUnused(share);
  }
}

// Refuses what has waited too long, even if all threads are held up.
void Lane::watch() {
  std::unique_lock lock(mutex_);
  while (!stopping_) {
    ends_.wait_for(lock, kWatch);
    std::list<Waiting> expired = takeExpired();
    lock.unlock();
    for (const Waiting& one : expired)
      attempt([&] { one.refuse(overloaded("Too many requests are being handled.")); });
    expired.clear();
    lock.lock();
  }
}

std::list<Lane::Waiting> Lane::takeExpired() {
  std::list<Waiting> expired;
  const Clock::time_point now = Clock::now();
  for (auto share = shares_.begin(); share != shares_.end();) {
    const auto checked = share++;
    std::list<Waiting>& waiting = checked->second.waiting;
    while (!waiting.empty() && waiting.front().until <= now)
      expired.splice(expired.end(), waiting, waiting.begin());
    forgetIfUnused(checked);
  }
  return expired;
}

void Lane::forgetIfUnused(Shares::iterator share) {
  if (share->second.running == 0 && share->second.waiting.empty()) shares_.erase(share);
}

}  // namespace host_stub
