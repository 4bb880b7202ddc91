#include "net/web_loop.hpp"

#include <Poco/Exception.h>
#include <Poco/Net/SocketAddress.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <exception>
#include <utility>

#include "integration/status.hpp"
#include "net/json_answer.hpp"
#include "net/response_text.hpp"

namespace host_stub {
namespace {

using integration::Code;
using std::chrono::milliseconds;

constexpr std::uint64_t kListener = 0;
constexpr milliseconds kTick{100};
constexpr std::size_t kReadSize = std::size_t{64} * 1024;
constexpr int kBacklog = 1024;
constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

WebResponse overloaded(const char* message) {
  return errorAnswer({Code::resourceExhausted, message, 1000, {}});
}

WebResponse internalError() {
  return errorAnswer(500, "Something went wrong here; it is not the request's fault.");
}

WebResponse refusal(int status) {
  switch (status) {
    case 408:
      return errorAnswer(status, "The request did not arrive in time.");
    case 413:
      return errorAnswer(status, "The request's body is larger than is taken here.");
    case 414:
      return errorAnswer(status, "The request's URL is longer than 8 KiB.");
    case 431:
      return errorAnswer(status, "The request's headers are more than 100 or longer than 32 KiB.");
    default:
      return errorAnswer(status, "The request is not well-formed HTTP/1.1.");
  }
}

}  // namespace

WebLoop::WebLoop(WebHandler& handler, Metrics& metrics, WebServerOptions options)
    : handler_(handler),
      options_(options),
      counters_(metrics),
      connections_(options.maxConnections, options.maxPerPeer) {}

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

// Whatever goes wrong with one connection, such as want of memory, ends that connection only.
template <class Work>
void WebLoop::guarded(WebConnection& connection, const Work& work) {
  const std::uint64_t id = connection.id;
  try {
    work();
  } catch (const std::exception&) {
    if (WebConnection* const left = connections_.find(id)) close(*left);
  }
}

void WebLoop::ready(WebConnection& connection) {
  switch (connection.phase) {
    case Phase::reading:
      return receive(connection);
    case Phase::writing:
      return send(connection);
    case Phase::draining:
      return drain(connection);
    case Phase::handling:
      return;
  }
}

void WebLoop::receive(WebConnection& connection) {
  std::array<char, kReadSize> buffer;
  const std::optional<std::size_t> length = connection.receive(buffer);
  if (!length) return close(connection);
  if (*length == 0) return wait(connection, Poller::Interest::read);
  if (connection.reader.untouched()) {
    connection.since = Clock::now();
    connection.deadline = connection.since + options_.headTimeout;
  }
  advance(connection, connection.reader.feed({buffer.data(), *length}));
}

void WebLoop::advance(WebConnection& connection, RequestReader::State state) {
  RequestReader& reader = connection.reader;
  if (state == RequestReader::State::admission) {
    const Admission admission = admissionOf(reader.head());
    if (admission.answer)
      return answer(connection, *admission.answer, reader.hasBody() ? After::drain : After::keepAlive);
    state = reader.admit(admission.bodyLimit);
    connection.deadline = Clock::now() + options_.bodyTimeout;
    if (state == RequestReader::State::reading && reader.expectsContinue() && !connection.sendNow(kContinue))
      return close(connection);
  }
  if (!charge(connection)) {
    counters_.overloaded.add();
    return answer(connection, overloaded("Too much is being received at once."), After::drain);
  }
  switch (state) {
    case RequestReader::State::complete:
      return dispatch(connection);
    case RequestReader::State::refused: {
      const int status = reader.refusal();
      (status == 413 ? counters_.tooLarge : counters_.malformed).add();
      return answer(connection, refusal(status), After::drain);
    }
    case RequestReader::State::reading:
    case RequestReader::State::admission:
      return wait(connection, Poller::Interest::read);
  }
}

Admission WebLoop::admissionOf(const RequestHead& head) {
  try {
    return handler_.admit(head);
  } catch (const std::exception&) {
    return {.answer = internalError()};
  }
}

void WebLoop::dispatch(WebConnection& connection) {
  connection.phase = Phase::handling;
  ++handling_;
  handlers_->post([this, &connection, request = connection.reader.take(), queuedAt = Clock::now()] {
    handle(connection, request, queuedAt);
  });
}

void WebLoop::handle(WebConnection& connection, const WebRequest& request, Clock::time_point queuedAt) {
  const WebResponse response = responseTo(request, queuedAt);
  --handling_;
  try {
    prepareAnswer(connection, response, request.method == "HEAD", After::keepAlive);
    if (resume(connection)) return;
  } catch (const std::exception&) {
    connection.answerWith({}, After::close);  // out of memory
  }
  handBack(connection);
}

// The usual case, without troubling the network thread: answered whole, and nothing more has come.
bool WebLoop::resume(WebConnection& connection) {
  if (connection.flush() != WebConnection::Sent::all || connection.after != After::keepAlive ||
      connection.reader.hasUnread())
    return false;
  startNext(connection);
  const std::lock_guard lock(handedMutex_);
  connection.phase = Phase::reading;
  poller_.arm(connection.fd(), connection.id, Poller::Interest::read);
  return true;
}

void WebLoop::handBack(WebConnection& connection) {
  {
    const std::lock_guard lock(handedMutex_);
    handedBack_.push_back(&connection);
    if (handedBack_.size() > 1) return;  // woken already
  }
  poller_.wake();
}

WebResponse WebLoop::responseTo(const WebRequest& request, Clock::time_point queuedAt) {
  try {
    if (Clock::now() - queuedAt <= options_.queueTimeout) return handler_.handle(request);
    counters_.overloaded.add();
    return overloaded("Too many requests are being handled.");
  } catch (const std::exception&) {
    return internalError();
  }
}

void WebLoop::prepareAnswer(WebConnection& connection, const WebResponse& response, bool headOnly,
                            After after) {
  if (after == After::keepAlive && (stopping_ || !connection.reader.keepAlive())) after = After::close;
  const ResponseForm form{.keepAlive = after == After::keepAlive, .withBody = !headOnly};
  int status = response.status;
  std::string text;
  try {
    text = responseText(response, form);
  } catch (const std::exception&) {
    status = 500;
    text = responseText(internalError(), form);
  }
  counters_.answered(status);
  release(connection);  // before the client can know, so that its next request finds the room
  connection.answerWith(std::move(text), after);
}

void WebLoop::answer(WebConnection& connection, const WebResponse& response, After after) {
  prepareAnswer(connection, response, connection.reader.head().method == "HEAD", after);
  send(connection);
}

void WebLoop::startNext(WebConnection& connection) {
  connection.since = Clock::now();
  connection.reader.next();
}

void WebLoop::send(WebConnection& connection) {
  const WebConnection::Sent sent = connection.flush();
  if (sent == WebConnection::Sent::broken) return close(connection);
  const Clock::time_point now = Clock::now();
  if (sent == WebConnection::Sent::part) {
    if (connection.phase != Phase::writing) {
      connection.since = now;
      connection.deadline = now + options_.writeTimeout;
    }
    connection.phase = Phase::writing;
    return wait(connection, Poller::Interest::write);
  }
  connection.since = now;
  switch (connection.after) {
    case After::close:
      return close(connection);
    case After::drain:
      connection.finishSending();
      connection.phase = Phase::draining;
      connection.deadline = now + options_.drainTimeout;
      return wait(connection, Poller::Interest::read);
    case After::keepAlive:
      if (stopping_) return close(connection);
      connection.phase = Phase::reading;
      connection.deadline = now + options_.headTimeout;
      if (connection.reader.hasUnread()) return pipelined_.push_back(connection.id);
      startNext(connection);
      return wait(connection, Poller::Interest::read);
  }
}

void WebLoop::drain(WebConnection& connection) {
  std::array<char, kReadSize> buffer;
  const std::optional<std::size_t> length = connection.receive(buffer);
  if (!length || (connection.drained += *length) >= options_.drainBytes) return close(connection);
  wait(connection, Poller::Interest::read);
}

void WebLoop::takeBack() {
  std::vector<WebConnection*> back;
  {
    const std::lock_guard lock(handedMutex_);
    back.swap(handedBack_);
  }
  for (WebConnection* connection : back) guarded(*connection, [&] { send(*connection); });
  for (const std::uint64_t id : std::exchange(pipelined_, {}))
    if (WebConnection* const connection = connections_.find(id))
      guarded(*connection, [&] { advance(*connection, connection->reader.next()); });
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
  for (WebConnection* connection : connections_.all())
    guarded(*connection, [&] { checkDeadline(*connection, now, idleTimeout); });
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

void WebLoop::wait(WebConnection& connection, Poller::Interest interest) {
  poller_.arm(connection.fd(), connection.id, interest);
}

bool WebLoop::charge(WebConnection& connection) {
  const std::size_t size = connection.reader.bodySize();
  counters_.buffered.add(static_cast<std::int64_t>(size) - static_cast<std::int64_t>(connection.charged));
  connection.charged = size;
  return counters_.buffered.value() <= static_cast<std::int64_t>(options_.maxBufferedBytes);
}

void WebLoop::release(WebConnection& connection) {
  counters_.buffered.add(-static_cast<std::int64_t>(std::exchange(connection.charged, 0)));
}

void WebLoop::close(WebConnection& connection) {
  const std::lock_guard lock(handedMutex_);
  release(connection);
  counters_.open.add(-1);
  connections_.remove(connection);
}

}  // namespace host_stub
