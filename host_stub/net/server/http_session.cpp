#include "net/server/http_session.hpp"

#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/post.hpp>
#include <exception>
#include <utility>

#include "net/server/reply.hpp"
#include "net/server/web_refusals.hpp"

namespace host_stub {
namespace {

namespace asio = boost::asio;
using tcp = asio::ip::tcp;

constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

// The buffer of all sessions: a session that waits holds none.
std::array<char, std::size_t{64} * 1024>& inputBuffer() {
  thread_local std::array<char, std::size_t{64} * 1024> buffer;
  return buffer;
}

}  // namespace

HttpSession::HttpSession(ServerState& server, tcp::socket socket, std::string peer)
    : server_(server),
      socket_(std::move(socket)),
      peer_(std::move(peer)),
      peerIsProxy_(server.options.trustedProxies.trusts(peer_)),
      reader_(peer_) {}

// Closes the session if the step fails. A template, because std::function may itself need memory.
template <class Step>
void HttpSession::guarded(Step step) {
  try {
    step();
  } catch (const std::exception&) {
    close();
  }
}

void HttpSession::await(tcp::socket::wait_type what, void (HttpSession::*then)()) {
  socket_.async_wait(what, [self = shared_from_this(), then](const boost::system::error_code& error) {
    if (self->phase_ == Phase::closed || error == asio::error::operation_aborted) return;
    if (error) return self->close();
    self->guarded([&] { ((*self).*then)(); });
  });
}

template <class Answer>
std::function<void(Answer)> HttpSession::replyTo(void (HttpSession::*take)(Answer), Answer ifNone) {
  std::function<void(Answer)> onNetworkThread = [session = weak_from_this(), take](Answer answer) {
    if (const auto self = session.lock()) self->guarded([&] { ((*self).*take)(std::move(answer)); });
  };
  return replyOnce(server_.replies, std::move(onNetworkThread), std::move(ifNone));
}

void HttpSession::start() {
  await(tcp::socket::wait_read, &HttpSession::receive);
}

void HttpSession::refuse(WebResponse response) {
  answer(std::move(response), After::close);
  close();
}

void HttpSession::close() {
  if (phase_ == Phase::closed) return;
  phase_ = Phase::closed;
  server_.budget.charge(charged_, 0);
  boost::system::error_code ignored;
  socket_.close(ignored);
  server_.sessions.remove(*this);
  server_.counters.open.set(static_cast<std::int64_t>(server_.sessions.size()));
}

void HttpSession::checkTime(Clock::time_point now, std::chrono::milliseconds idleTimeout) {
  if (phase_ == Phase::closed) return;
  if (isIdle()) {
    if (server_.stopping || now >= since_ + idleTimeout) close();
  } else if (now >= deadline_) {
    guarded([this] { endOverdue(); });
  }
}

void HttpSession::endOverdue() {
  if (isBeingServed()) {
    server_.counters.unanswered.add();
    return answer(overloaded("The request could not be answered in time."), After::drain);
  }
  if (phase_ != Phase::reading) return close();
  server_.counters.timedOut.add();
  socket_.cancel();
  answer(refusal(408), After::drain);
}

void HttpSession::receive() {
  if (phase_ != Phase::reading) return;
  auto& buffer = inputBuffer();
  boost::system::error_code error;
  const std::size_t length = socket_.read_some(asio::buffer(buffer), error);
  if (error == asio::error::would_block) return await(tcp::socket::wait_read, &HttpSession::receive);
  if (error) return close();
  const bool wasUntouched = reader_.untouched();
  const RequestReader::State state = reader_.feed({buffer.data(), length});
  if (wasUntouched && !reader_.untouched()) {  // line breaks in front of a request don't begin it
    since_ = Clock::now();
    deadline_ = since_ + server_.options.headTimeout;
  }
  advance(state);
}

void HttpSession::advance(RequestReader::State state) {
  if (!charge()) {
    server_.counters.overloaded.add();
    return answer(overloaded("Too much is being received at once."), After::drain);
  }
  if (state == RequestReader::State::admission) return admit();
  if (state == RequestReader::State::complete) return handle();
  if (state == RequestReader::State::reading) return await(tcp::socket::wait_read, &HttpSession::receive);
  const int status = reader_.refusal();
  (status == 413 ? server_.counters.tooLarge : server_.counters.malformed).add();
  if (status == 413 && admission_.handleTooLarge) return handle();
  answer(refusal(status), After::drain);
}

// Counts the request of a proxy for the client that it comes from. Returns false if that one has too many.
bool HttpSession::findClient() {
  if (!peerIsProxy_) return true;
  const std::string client = server_.options.trustedProxies.clientOf(peer_, reader_.head().headers);
  if (server_.sessions.clientIsFull(client)) return false;
  server_.sessions.setClient(*this, client);
  reader_.setPeer(client);
  return true;
}

void HttpSession::admit() {
  if (!findClient()) {
    server_.counters.refused.add();
    return answer(overloaded("Too many connections are open."), After::drain);
  }
  phase_ = Phase::admitting;
  deadline_ = Clock::now() + server_.options.handlerTimeout;
  const Decide decide = replyTo<Admission>(&HttpSession::decided, {.answer = internalError()});
  try {
    server_.handler.admit(reader_.head(), decide);
  } catch (const std::exception&) {
    decide({.answer = internalError()});
  }
}

void HttpSession::decided(Admission admission) {
  if (phase_ != Phase::admitting) return;
  phase_ = Phase::reading;
  admission_ = std::move(admission);
  if (admission_.answer)
    return answer(*std::move(admission_.answer), reader_.hasBody() ? After::drain : After::keepAlive);
  const RequestReader::State state = reader_.admit(admission_.bodyLimit);
  deadline_ = Clock::now() + server_.options.bodyTimeout;
  if (state == RequestReader::State::reading && reader_.expectsContinue()) {
    boost::system::error_code error;
    if (socket_.write_some(asio::buffer(kContinue), error) != kContinue.size()) return close();
  }
  advance(state);
}

void HttpSession::handle() {
  phase_ = Phase::handling;
  deadline_ = Clock::now() + server_.options.handlerTimeout;
  headOnly_ = reader_.head().method == "HEAD";
  WebRequest request = reader_.take();
  request.asker = std::move(admission_.asker);
  const Respond respond = replyTo<WebResponse>(&HttpSession::responded, internalError());
  try {
    server_.handler.handle(std::move(request), respond);
  } catch (const std::exception&) {
    respond(internalError());
  }
}

void HttpSession::responded(WebResponse response) {
  if (phase_ != Phase::handling) return;
  answer(std::move(response), reader_.refusal() == 0 ? After::keepAlive : After::drain);
}

void HttpSession::answer(WebResponse response, After after) {
  if (after == After::keepAlive && (server_.stopping || !reader_.keepAlive())) after = After::close;
  const bool headOnly = phase_ == Phase::handling ? headOnly_ : reader_.head().method == "HEAD";
  const ResponseWriter::Form form{.keepAlive = after == After::keepAlive, .withBody = !headOnly};
  int status = response.status;
  try {
    writer_.emplace(response, form);
  } catch (const std::exception&) {
    status = 500;
    WebResponse failed = internalError();
    writer_.emplace(failed, form);
  }
  reader_.dropBody();
  // Charged before the client can know, so that its next request finds the room.
  if (!charge()) {
    status = 503;
    WebResponse busy = overloaded("Too much is being sent at once.");
    writer_.emplace(busy, form);
    charge();
    server_.counters.overloaded.add();
  }
  server_.counters.answered(status);
  phase_ = Phase::writing;
  after_ = after;
  since_ = Clock::now();
  deadline_ = since_ + server_.options.writeTimeout;
  send();
}

void HttpSession::send() {
  switch (writer_->send(socket_)) {
    case ResponseWriter::Sent::part:
      return await(tcp::socket::wait_write, &HttpSession::send);
    case ResponseWriter::Sent::broken:
      return close();
    case ResponseWriter::Sent::all:
      return sent();
  }
}

void HttpSession::sent() {
  writer_.reset();
  since_ = Clock::now();
  if (after_ == After::close || (after_ == After::keepAlive && server_.stopping)) return close();
  if (after_ == After::drain) {
    boost::system::error_code ignored;
    socket_.shutdown(tcp::socket::shutdown_send, ignored);
    phase_ = Phase::draining;
    deadline_ = since_ + server_.options.drainTimeout;
    reader_.dropUnread();
    charge();
    return await(tcp::socket::wait_read, &HttpSession::drain);
  }
  phase_ = Phase::reading;
  deadline_ = since_ + server_.options.headTimeout;
  if (peerIsProxy_) server_.sessions.setClient(*this, "");
  if (!reader_.hasUnread()) {
    reader_.next();
    charge();
    return await(tcp::socket::wait_read, &HttpSession::receive);
  }
  // Others have their turn between two requests of one client.
  asio::post(server_.io, [self = shared_from_this()] {
    if (self->phase_ != Phase::closed) self->guarded([&] { self->advance(self->reader_.next()); });
  });
}

void HttpSession::drain() {
  boost::system::error_code error;
  drained_ += socket_.read_some(asio::buffer(inputBuffer()), error);
  const std::size_t limit =
      admission_.stranger ? server_.options.strangerDrainBytes : server_.options.drainBytes;
  if ((error && error != asio::error::would_block) || drained_ >= limit) return close();
  await(tcp::socket::wait_read, &HttpSession::drain);
}

bool HttpSession::charge() {
  return server_.budget.charge(charged_, reader_.held() + (writer_ ? writer_->held() : 0));
}

}  // namespace host_stub
