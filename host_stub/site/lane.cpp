#include "site/lane.hpp"

#include <algorithm>
#include <exception>
#include <system_error>
#include <utility>

#include "net/server/json_answer.hpp"
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
  watch_.join();  // before the threads, of which it makes further ones
  for (std::thread& thread : threads_) thread.join();
}

void Lane::run(const std::string& share, Task task, Refuse refuse, const std::string& group) {
  queue(share, {std::move(task), std::move(refuse), Clock::now() + limits_.patience}, group, Place::last);
}

void Lane::resume(const std::string& share, Task task, Refuse refuse, const std::string& group) {
  queue(share, {std::move(task), std::move(refuse), Clock::now() + limits_.patience}, group, Place::first);
}

void Lane::queue(const std::string& share, Request request, const std::string& group, Place place) {
  std::list<Request> entry;
  entry.push_back(std::move(request));
  bool wakes = false;
  {
    const std::lock_guard lock(mutex_);
    Share& own = shares_[share];
    if (!group.empty()) own.group = &groups_[group];
    if (place == Place::first)
      own.waiting.splice(own.waiting.begin(), entry);
    else if (own.running + own.waiting.size() < limits_.atOnce + limits_.queue)
      own.waiting.splice(own.waiting.end(), entry);
    wakes = mayRun(own) && mustWake();
  }
  if (wakes) changed_.notify_one();
  if (!entry.empty()) entry.front().refuse(overloaded("Too many requests are waiting."));
}

// A single thread at a time is on its way: it wakes the next one if there is more to run. So threads that end
// a request in the meantime go on with the next, instead of making room for one that must be woken.
bool Lane::mustWake() {
  if (idle_ == 0 || isWaking_) return false;
  isWaking_ = true;
  return true;
}

bool Lane::mayRun(const Share& share) const {
  return !share.waiting.empty() && share.running < limits_.atOnce &&
         (share.group == nullptr || *share.group < limits_.atOnceOfGroup);
}

// Returns the share whose turn it is, or the end if none may run anything: the one with the fewest requests
// running, and of those that have as many, the one that was served the longest ago.
Lane::Shares::iterator Lane::next() {
  auto chosen = shares_.end();
  for (auto share = shares_.begin(); share != shares_.end(); ++share) {
    if (!mayRun(share->second)) continue;
    if (chosen == shares_.end() || std::pair(share->second.running, share->second.turn) <
                                       std::pair(chosen->second.running, chosen->second.turn))
      chosen = share;
  }
  return chosen;
}

std::list<Lane::Request>::iterator Lane::begin(Shares::iterator share) {
  Share& own = share->second;
  running_.splice(running_.end(), own.waiting, own.waiting.begin());
  ++own.running;
  if (own.group != nullptr) ++*own.group;
  own.turn = ++turns_;
  const auto request = std::prev(running_.end());
  request->share = share;
  request->since = Clock::now();
  return request;
}

void Lane::end(std::list<Request>::iterator request) {
  Share& share = request->share->second;
  if (request->isHeld) {
    --share.held;
    --held_;
  } else {
    --share.running;
    if (share.group != nullptr) --*share.group;
  }
  forgetIfUnused(request->share);
  running_.erase(request);
}

void Lane::work() {
  std::unique_lock lock(mutex_);
  while (!stopping_) {
    const auto share = next();
    if (share == shares_.end()) {
      ++idle_;
      changed_.wait(lock);
      --idle_;
      isWaking_ = false;
      continue;
    }
    const auto request = begin(share);
    const bool wakes = next() != shares_.end() && mustWake();
    lock.unlock();
    if (wakes) changed_.notify_one();
    attempt(request->task);
    request->task = nullptr;
    request->refuse = nullptr;
    lock.lock();
    end(request);  // whatever may run in its place is this thread's next
  }
}

// Refuses what has waited too long, even if all threads are held up.
void Lane::watch() {
  std::unique_lock lock(mutex_);
  while (!stopping_) {
    ends_.wait_for(lock, kWatch);
    replaceHeldThreads();
    std::list<Request> expired = takeExpired();
    lock.unlock();
    for (const Request& one : expired)
      attempt([&] { one.refuse(overloaded("Too many requests are being handled.")); });
    expired.clear();
    lock.lock();
  }
}

void Lane::replaceHeldThreads() {
  const Clock::time_point now = Clock::now();
  for (Request& one : running_) {
    if (one.isHeld || now < one.since + limits_.heldAfter) continue;
    Share& share = one.share->second;
    one.isHeld = true;
    ++held_;
    --share.running;
    ++share.held;
    if (share.group != nullptr) --*share.group;
  }
  if (stopping_ || held_ == 0) return;
  try {
    while (threads_.size() < limits_.threads + std::min(held_, limits_.threads))
      threads_.emplace_back([this] { work(); });
  } catch (const std::system_error&) {
    // This machine has no thread to give now: the next look tries again.
  }
  changed_.notify_all();
}

std::list<Lane::Request> Lane::takeExpired() {
  std::list<Request> expired;
  const Clock::time_point now = Clock::now();
  for (auto share = shares_.begin(); share != shares_.end();) {
    const auto checked = share++;
    std::list<Request>& waiting = checked->second.waiting;
    for (auto one = waiting.begin(); one != waiting.end();) {
      const auto request = one++;
      if (request->until <= now) expired.splice(expired.end(), waiting, request);
    }
    forgetIfUnused(checked);
  }
  return expired;
}

void Lane::forgetIfUnused(Shares::iterator share) {
  if (share->second.running == 0 && share->second.held == 0 && share->second.waiting.empty())
    shares_.erase(share);
}

}  // namespace host_stub
