// The network thread's part of an exchange: a request is read, its answer sent.
#include <array>
#include <exception>
#include <utility>

#include "net/response_text.hpp"
#include "net/web_loop.hpp"
#include "net/web_refusals.hpp"

namespace host_stub {
namespace {

constexpr std::size_t kReadSize = std::size_t{64} * 1024;
constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

}  // namespace

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
    connection.handleTooLarge = admission.handleTooLarge;
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
      if (status == 413 && connection.handleTooLarge) return dispatch(connection);
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

void WebLoop::answer(WebConnection& connection, const WebResponse& response, After after) {
  prepareAnswer(connection, response, connection.reader.head().method == "HEAD", after);
  send(connection);
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

}  // namespace host_stub
