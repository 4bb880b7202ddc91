#include "net/client/egress.hpp"

#include <Poco/Exception.h>
#include <pthread.h>

#include <csignal>
#include <exception>
#include <system_error>
#include <utility>

#include "integration/status.hpp"

namespace host_stub {
namespace {

using integration::Code;
using integration::HttpOutcome;
using std::chrono::steady_clock;

constexpr const char* kCancelled = "The call was cancelled.";
constexpr const char* kTooLate = " gave no whole answer in time.";
constexpr const char* kStopping = "The host is stopping.";

// A socket's own time-out may end the exchange a moment before its caller does: both tell of the deadline.
HttpOutcome unanswered(const PendingRequest& exchange, const std::string& reason) {
  if (steady_clock::now() < exchange.deadline) return failed(Code::unavailable, reason);
  return failed(Code::deadlineExceeded, exchange.origin.text() + kTooLate);
}

// The words after the origin's name if a request waited for its turn until its deadline.
std::string notAskedInTime(FairQueue::Limit limit, const FairQueueLimits& limits) {
  switch (limit) {
    case FairQueue::Limit::connection:
      return " was not asked in time: it waited for " + std::to_string(limits.perConnection) +
             " earlier requests of the same connection.";
    case FairQueue::Limit::company:
      return " was not asked in time: it waited for " + std::to_string(limits.perCompany) +
             " earlier requests of the same company.";
    case FairQueue::Limit::total:
      break;
  }
  return " was not asked in time: it waited for " + std::to_string(limits.total) +
         " earlier requests of all companies.";
}

// OpenSSL writes without MSG_NOSIGNAL.
void blockSigpipe() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGPIPE);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

}  // namespace

Egress::Egress(EgressOptions options)
    : options_(std::move(options)),
      resolver_(options_.lookUp),
      trust_(options_.caFile),
      queue_(options_.limits) {}

Egress::~Egress() {
  stop();
  for (std::thread& thread : threads_) thread.join();
}

Origin Egress::targetOf(const Origin& origin) const {
  for (const OriginOverride& route : options_.routes)
    if (route.from == origin) return route.to;
  return origin;
}

void Egress::start(const std::shared_ptr<PendingRequest>& exchange) {
  const std::lock_guard lock(mutex_);
  if (stopping_) {
    exchange->batch->finish(exchange->index, failed(Code::unavailable, kStopping));
  } else if (!queue_.push(exchange)) {
    exchange->batch->finish(
        exchange->index, failed(Code::unavailable, exchange->origin.text() + " was not asked: " +
                                                       std::to_string(options_.limits.waitingPerConnection) +
                                                       " requests of this connection wait already."));
  } else {
    dispatch();
  }
}

void Egress::abandon(const std::vector<std::shared_ptr<PendingRequest>>& exchanges, Code why) {
  std::vector<std::optional<FairQueue::Limit>> waitedFor;
  {
    const std::lock_guard lock(mutex_);
    for (const auto& exchange : exchanges) waitedFor.push_back(queue_.withdraw(exchange));
  }
  // After all of them have left the queue, or a thread freed here would begin the next one.
  for (std::size_t i = 0; i < exchanges.size(); ++i) {
    PendingRequest& exchange = *exchanges[i];
    std::string reason = kCancelled;
    if (why == Code::deadlineExceeded)
      reason = exchange.origin.text() +
               (waitedFor[i] ? notAskedInTime(*waitedFor[i], options_.limits) : std::string(kTooLate));
    exchange.batch->finish(exchange.index, failed(why, std::move(reason)));
    exchange.breaker.trip();
  }
}

void Egress::stop() {
  std::vector<std::shared_ptr<PendingRequest>> open;
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    open = queue_.withdrawAll();
    open.insert(open.end(), ready_.begin(), ready_.end());
    open.insert(open.end(), performing_.begin(), performing_.end());
    ready_.clear();
  }
  changed_.notify_all();
  resolver_.stop();
  for (const auto& exchange : open) {
    exchange->batch->finish(exchange->index, failed(Code::unavailable, kStopping));
    exchange->breaker.trip();
  }
}

// Starts the requests that may start, and creates the threads that are missing. The lock is held.
void Egress::dispatch() {
  while (std::shared_ptr<PendingRequest> exchange = queue_.take()) {
    ready_.push_back(std::move(exchange));
    changed_.notify_one();
  }
  try {
    for (; freeThreads_ < ready_.size() && threads_.size() < options_.limits.total; ++freeThreads_)
      threads_.emplace_back([this] { run(); });
  } catch (const std::system_error&) {
    // The system gives no more threads: what is ready waits for one of those there are, until its deadline.
  }
}

void Egress::run() {
  blockSigpipe();
  std::unique_lock lock(mutex_);
  while (const std::shared_ptr<PendingRequest> exchange = takeNext(lock)) {
    --freeThreads_;
    performing_.insert(exchange);
    lock.unlock();
    exchange->batch->finish(exchange->index, perform(*exchange));
    lock.lock();
    performing_.erase(exchange);
    ++freeThreads_;
    queue_.finished(exchange->asker);
    dispatch();
  }
  idle_.clear();  // here, where SIGPIPE is blocked: a TLS connection says goodbye
}

std::shared_ptr<PendingRequest> Egress::takeNext(std::unique_lock<std::mutex>& lock) {
  for (;;) {
    if (stopping_) return nullptr;
    if (!ready_.empty()) {
      std::shared_ptr<PendingRequest> exchange = std::move(ready_.front());
      ready_.pop_front();
      return exchange;
    }
    if (idle_.empty()) {
      changed_.wait(lock);
    } else {
      changed_.wait_until(lock, idle_.front().second.since + options_.idleTimeout);
      closeExpired(lock);
    }
  }
}

HttpOutcome Egress::perform(PendingRequest& exchange) {
  const std::string where = exchange.origin.text();
  try {
    std::unique_ptr<EgressConnection> connection = takeIdle(exchange.target);
    HttpOutcome outcome;
    try {
      const bool reused = connection != nullptr;
      if (!reused) connection = EgressConnection::open(exchange, resolver_, trust_);
      try {
        outcome = connection->perform(exchange);
      } catch (const ConnectionLost& lost) {
        if (!reused || !lost.nothingReceived() || exchange.breaker.tripped()) throw;
        connection = EgressConnection::open(exchange, resolver_, trust_);
        outcome = connection->perform(exchange);
      }
    } catch (const ConnectionLost& lost) {
      return unanswered(exchange, where + " gave no whole answer: " + lost.what() + ".");
    }
    if (connection->reusable()) keep(exchange.target, std::move(connection));
    return outcome;
  } catch (const Poco::Exception& e) {
    const std::string hint = options_.ignoredProxy.empty()
                                 ? ""
                                 : "; the host goes out directly and ignores " + options_.ignoredProxy;
    return unanswered(exchange, where + " could not be reached: " + e.displayText() + hint + ".");
  } catch (const std::exception& e) {
    return failed(Code::unavailable, where + " could not be asked: " + e.what() + ".");
  }
}

std::unique_ptr<EgressConnection> Egress::takeIdle(const Origin& target) {
  std::vector<Idle> stale;  // closed after the lock is given back
  std::unique_ptr<EgressConnection> found;
  const std::lock_guard lock(mutex_);
  for (auto it = idle_.end(); it != idle_.begin() && !found;) {
    --it;
    if (it->first != target) continue;
    if (it->second.since + options_.idleTimeout <= Clock::now() || it->second.connection->stale())
      stale.push_back(std::move(it->second));
    else
      found = std::move(it->second.connection);
    it = idle_.erase(it);
  }
  return found;
}

void Egress::keep(const Origin& target, std::unique_ptr<EgressConnection> connection) {
  const std::lock_guard lock(mutex_);
  idle_.emplace_back(target, Idle{std::move(connection), Clock::now()});
}

void Egress::closeExpired(std::unique_lock<std::mutex>& lock) {
  std::vector<Idle> expired;
  while (!idle_.empty() && idle_.front().second.since + options_.idleTimeout <= Clock::now()) {
    expired.push_back(std::move(idle_.front().second));
    idle_.pop_front();
  }
  lock.unlock();
  expired.clear();
  lock.lock();
}

}  // namespace host_stub
