#include "net/egress.hpp"

#include <Poco/Exception.h>
#include <pthread.h>

#include <algorithm>
#include <csignal>
#include <exception>
#include <utility>

#include "integration/status.hpp"

namespace host_stub {
namespace {

using integration::Code;
using integration::Failure;
using integration::HttpOutcome;
using integration::HttpRequest;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr milliseconds kMaxTimeout{10000};
constexpr const char* kCancelled = "The call was cancelled.";
constexpr const char* kTooLate = " gave no whole answer in time.";
constexpr milliseconds kSlice{50};  // how often the waiting thread looks for cancellation

// A socket's own time-out may end the exchange a moment before its caller does: both tell of the deadline.
HttpOutcome unanswered(const Exchange& exchange, const std::string& reason) {
  if (steady_clock::now() < exchange.deadline) return failed(Code::unavailable, reason);
  return failed(Code::deadlineExceeded, exchange.origin.text() + kTooLate);
}

// OpenSSL writes without MSG_NOSIGNAL.
void blockSigpipe() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGPIPE);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

}  // namespace

Egress::Egress(EgressOptions options) : options_(std::move(options)), trust_(options_.caFile) {
  for (std::size_t i = 0; i < options_.threads; ++i) threads_.emplace_back([this] { run(); });
}

Egress::~Egress() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

Origin Egress::targetOf(const Origin& origin) const {
  for (const Route& route : options_.routes)
    if (route.from == origin) return route.to;
  return origin;
}

void Egress::start(std::shared_ptr<Exchange> exchange) {
  {
    const std::lock_guard lock(mutex_);
    queue_.push_back(std::move(exchange));
  }
  changed_.notify_one();
}

void Egress::abandon(const std::vector<std::shared_ptr<Exchange>>& exchanges) {
  {
    const std::lock_guard lock(mutex_);
    for (const auto& exchange : exchanges)
      queue_.erase(std::remove(queue_.begin(), queue_.end(), exchange), queue_.end());
  }
  // After all of them have left the queue, or a thread freed here would begin the next one.
  for (const auto& exchange : exchanges) exchange->breaker.trip();
}

void Egress::run() {
  blockSigpipe();
  std::unique_lock lock(mutex_);
  while (const std::shared_ptr<Exchange> exchange = takeNext(lock)) {
    lock.unlock();
    exchange->batch->finish(exchange->index, perform(*exchange));
    lock.lock();
    if (--running_[exchange->target] == 0) running_.erase(exchange->target);
  }
  idle_.clear();  // here, where SIGPIPE is blocked: a TLS connection says goodbye
}

std::shared_ptr<Exchange> Egress::takeNext(std::unique_lock<std::mutex>& lock) {
  for (;;) {
    if (stopping_) return nullptr;
    const auto next = std::find_if(queue_.begin(), queue_.end(), [this](const auto& exchange) {
      const auto running = running_.find(exchange->target);
      return running == running_.end() || running->second < options_.threadsPerOrigin;
    });
    if (next != queue_.end()) {
      std::shared_ptr<Exchange> exchange = std::move(*next);
      queue_.erase(next);
      ++running_[exchange->target];
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

HttpOutcome Egress::perform(Exchange& exchange) {
  const std::string where = exchange.origin.text();
  try {
    std::unique_ptr<EgressConnection> connection = takeIdle(exchange.target);
    HttpOutcome outcome;
    try {
      const bool reused = connection != nullptr;
      if (!reused) connection = EgressConnection::open(exchange, trust_);
      try {
        outcome = connection->perform(exchange);
      } catch (const ConnectionLost& lost) {
        if (!reused || !lost.nothingReceived() || exchange.breaker.tripped()) throw;
        connection = EgressConnection::open(exchange, trust_);
        outcome = connection->perform(exchange);
      }
    } catch (const ConnectionLost& lost) {
      return unanswered(exchange, where + " gave no whole answer: " + lost.what() + ".");
    }
    if (connection->reusable()) keep(exchange.target, std::move(connection));
    return outcome;
  } catch (const Poco::Exception& e) {
    return unanswered(exchange, where + " could not be reached: " + e.displayText() + ".");
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

std::vector<HttpOutcome> EgressHttp::send(std::span<const HttpRequest> requests) {
  if (requests.size() > kMaxRequests)
    throw Failure(Code::invalidArgument, "At most " + std::to_string(kMaxRequests) +
                                             " requests may be sent together, not " +
                                             std::to_string(requests.size()) + ".");
  const auto batch = std::make_shared<ExchangeBatch>(requests.size());
  std::vector<std::shared_ptr<Exchange>> exchanges;
  for (std::size_t i = 0; i < requests.size(); ++i) {
    try {
      exchanges.push_back(prepare(requests[i], batch, i));
    } catch (const Failure& failure) {
      batch->finish(i, failed(failure.code(), failure.what()));
    }
  }
  for (const auto& exchange : exchanges) egress_.start(exchange);
  wait(*batch, exchanges);
  return batch->take();
}

std::shared_ptr<Exchange> EgressHttp::prepare(const HttpRequest& request,
                                              std::shared_ptr<ExchangeBatch> batch, std::size_t index) const {
  if (call_.cancelled && call_.cancelled()) throw Failure(Code::cancelled, kCancelled);
  const Url url = parseUrl(request.url);
  if (!call_.allowed.contains(url.origin))
    throw Failure(Code::permissionDenied,
                  "The manifest doesn't allow requests to " + url.origin.text() + ".");
  Origin target = egress_.targetOf(url.origin);
  if (target == url.origin && target.scheme != "https")
    throw Failure(Code::permissionDenied,
                  "Requests go out over https only, not to " + url.origin.text() + ".");

  SecretText authorization;
  if (request.auth != HttpRequest::Auth::none) {
    std::optional<std::string> secret = call_.secret(request.secret);
    if (!secret) throw Failure(Code::failedPrecondition, "There is no secret named " + request.secret + ".");
    const SecretText value(std::move(*secret));
    authorization.append(authorizationValue(request.auth, value.view()).view());
  }

  milliseconds limit = std::min(kMaxTimeout, milliseconds(request.timeoutMs));
  if (call_.deadline != 0) {
    const auto unixNow =
        std::chrono::duration_cast<milliseconds>(std::chrono::system_clock::now().time_since_epoch());
    limit = std::min(limit, milliseconds(call_.deadline) - unixNow);
  }
  if (limit <= milliseconds(0))
    throw Failure(Code::deadlineExceeded, "The call's time was up before the request was sent.");
  return std::shared_ptr<Exchange>(new Exchange{url.origin,
                                                std::move(target),
                                                requestHead(request, url, authorization.view()),
                                                request.body,
                                                request.method != "HEAD",
                                                steady_clock::now() + limit,
                                                std::move(batch),
                                                index,
                                                {}});
}

void EgressHttp::wait(ExchangeBatch& batch, const std::vector<std::shared_ptr<Exchange>>& exchanges) {
  bool finished = false;
  while (!finished) {
    const bool cancelled = call_.cancelled && call_.cancelled();
    const auto now = steady_clock::now();
    milliseconds slice = kSlice;
    std::vector<std::shared_ptr<Exchange>> abandoned;
    for (const auto& exchange : exchanges) {
      if (batch.finished(exchange->index)) continue;
      const bool late = exchange->deadline <= now;
      if (!cancelled && !late) {
        slice = std::min(slice, std::chrono::ceil<milliseconds>(exchange->deadline - now));
        continue;
      }
      const bool given = batch.finish(
          exchange->index, cancelled ? failed(Code::cancelled, kCancelled)
                                     : failed(Code::deadlineExceeded, exchange->origin.text() + kTooLate));
      if (given) abandoned.push_back(exchange);
    }
    if (!abandoned.empty()) egress_.abandon(abandoned);
    finished = batch.waitAll(slice);
  }
}

}  // namespace host_stub
