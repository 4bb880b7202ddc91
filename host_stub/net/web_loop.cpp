#include "net/web_loop.hpp"

#include <Poco/Exception.h>
#include <Poco/Net/SocketAddress.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <cerrno>
#include <exception>
#include <utility>

#include "integration/status.hpp"
#include "net/response_text.hpp"
#include "net/web_refusals.hpp"

namespace host_stub {
namespace {

using integration::Code;
using std::chrono::milliseconds;

constexpr std::uint64_t kListener = 0;
constexpr milliseconds kTick{100};
constexpr int kBacklog = 1024;

}  // namespace

WebLoop::WebLoop(WebHandler& handler, Metrics& metrics, WebServerOptions options)
    : handler_(handler),
      options_(options),
      counters_(metrics),
      connections_(options.maxConnections, options.maxPerPeer) {
  handedBack_.reserve(options.maxConnections);
  takenBack_.reserve(options.maxConnections);
}

WebLoop::~WebLoop() {
  stop(milliseconds(0));
}

void WebLoop::start(const std::string& host, std::uint16_t port) {
  try {
    listener_.bind(Poco::Net::SocketAddress(host, port), true, false);
    listener_.listen(kBacklog);
    listener_.setBlocking(false);
    port_ = listener_.address().port();
  } catch (const Poco::Exception& e) {
    throw integration::Failure(
        Code::failedPrecondition,
        "Can't listen on " + host + ":" + std::to_string(port) + ": " + e.displayText() + ".");
  }
  ::fcntl(listener_.impl()->sockfd(), F_SETFD, FD_CLOEXEC);
  poller_.add(listener_.impl()->sockfd(), kListener);
  listening_ = true;
  handlers_ = std::make_unique<TaskPool>(options_.handlers);
  thread_ = std::thread([this] { run(); });
}

void WebLoop::stop(milliseconds drain) {
  if (!thread_.joinable()) return;
  {
    const std::lock_guard lock(handedMutex_);
    stopRequested_ = Clock::now() + drain;
  }
  stopping_ = true;
  poller_.wake();
  thread_.join();
  handlers_.reset();
}

void WebLoop::run() {
  Clock::time_point lastCheck = Clock::now();
  while (!stopAt_ || !connections_.empty()) {
    const bool quiet = connections_.empty() && listening_;
    const std::optional<milliseconds> atMost =
        quiet ? std::nullopt : std::optional(pipelined_.empty() ? kTick : milliseconds(0));
    for (const std::uint64_t id : poller_.wait(atMost)) {
      if (id == kListener) {
        acceptAll();
      } else if (WebConnection* const connection = connections_.find(id)) {
        guarded(*connection, [&] { ready(*connection); });
      }
    }
    takeBack();
    if (Clock::now() - lastCheck < kTick && !(stopping_ && !stopAt_)) continue;
    lastCheck = Clock::now();
    checkTime();
  }
}

void WebLoop::acceptAll() {
  if (!listening_) return;
  const int listener = listener_.impl()->sockfd();
  for (;;) {
    sockaddr_storage storage{};
    socklen_t length = sizeof storage;
    FileDescriptor socket(
        ::accept4(listener, reinterpret_cast<sockaddr*>(&storage), &length, SOCK_NONBLOCK | SOCK_CLOEXEC));
    if (!socket.isOpen()) {
      if (errno == EINTR || errno == ECONNABORTED) continue;
      // Out of descriptors: the next tick tries again, instead of a loop that spins.
      listening_ = errno == EAGAIN;
      break;
    }
    const int on = 1;
    ::setsockopt(socket.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    try {
      const Poco::Net::SocketAddress address(reinterpret_cast<sockaddr*>(&storage), length);
      welcome(std::move(socket), address.host().toString());
    } catch (const std::exception&) {
      counters_.refused.add();  // out of memory: the connection closes
    }
  }
  if (listening_) poller_.arm(listener, kListener, Poller::Interest::read);
}

void WebLoop::welcome(FileDescriptor socket, std::string peer) {
  auto connection = std::make_unique<WebConnection>(++lastId_, std::move(socket), std::move(peer));
  if (connections_.isFullFor(connection->peer)) {
    WebConnection* const slowest = connections_.longestWaiting(connection->peer);
    if (!slowest) {
      counters_.refused.add();
      connection->sendNow(responseText(overloaded("Too many connections are open."), {.keepAlive = false}));
      return;
    }
    counters_.evicted.add();
    close(*slowest);
  }
  connection->since = Clock::now();
  poller_.add(connection->fd(), connection->id);
  connections_.add(std::move(connection));
  counters_.accepted.add();
  counters_.open.add(1);
}

void WebLoop::checkTime() {
  const Clock::time_point now = Clock::now();
  if (stopping_ && !stopAt_) {
    const std::lock_guard lock(handedMutex_);
    stopAt_ = stopRequested_;
    listener_.close();
    listening_ = false;
  } else if (!stopping_ && !std::exchange(listening_, true)) {
    poller_.arm(listener_.impl()->sockfd(), kListener, Poller::Interest::read);
  }
  const bool busy = connections_.size() > options_.maxConnections / 2 || handling_ > options_.handlers / 2;
  const milliseconds idleTimeout = busy ? options_.busyIdleTimeout : options_.idleTimeout;
  connections_.forEach([&](WebConnection& connection) {
    guarded(connection, [&] { checkDeadline(connection, now, idleTimeout); });
  });
}

void WebLoop::checkDeadline(WebConnection& connection, Clock::time_point now, milliseconds idleTimeout) {
  if (connection.phase == Phase::handling) return;
  if (stopAt_ && (now >= *stopAt_ || connection.isIdle())) return close(connection);
  if (connection.isIdle()) {
    if (now >= connection.since + idleTimeout) close(connection);
    return;
  }
  if (now < connection.deadline) return;
  if (connection.phase != Phase::reading) return close(connection);
  counters_.timedOut.add();
  answer(connection, refusal(408), After::drain);
}

void WebLoop::close(WebConnection& connection) {
  const std::lock_guard lock(handedMutex_);
  release(connection);
  counters_.open.add(-1);
  connections_.remove(connection);
}

}  // namespace host_stub
