// How a connection goes to a handler thread and comes back to the network thread.
#include <exception>
#include <utility>

#include "net/web_loop.hpp"
#include "net/web_refusals.hpp"

namespace host_stub {

void WebLoop::dispatch(WebConnection& connection) {
  connection.phase = Phase::handling;
  handlers_->post([this, &connection, request = connection.reader.take(), queuedAt = Clock::now()] {
    handle(connection, request, queuedAt);
  });
}

void WebLoop::handle(WebConnection& connection, const WebRequest& request, Clock::time_point queuedAt) {
  bool resumed = false;
  ++handling_;
  try {
    prepareAnswer(connection, responseTo(request, queuedAt), request.method == "HEAD",
                  request.bodyWithheld ? After::drain : After::keepAlive);
    resumed = resume(connection);
  } catch (const std::exception&) {
    connection.answerWith({}, After::close);  // out of memory
  }
  --handling_;
  if (!resumed) handBack(connection);
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

void WebLoop::takeBack() {
  {
    const std::lock_guard lock(handedMutex_);
    takenBack_.swap(handedBack_);
  }
  for (WebConnection* connection : takenBack_) guarded(*connection, [&] { send(*connection); });
  takenBack_.clear();
  for (const std::uint64_t id : std::exchange(pipelined_, {}))
    if (WebConnection* const connection = connections_.find(id))
      guarded(*connection, [&] { advance(*connection, connection->reader.next()); });
}

}  // namespace host_stub
