#include "net/server/web_server.hpp"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <exception>
#include <optional>
#include <thread>
#include <utility>

#include "integration/status.hpp"
#include "net/address/host_port.hpp"
#include "net/server/http_session.hpp"
#include "net/server/server_state.hpp"
#include "net/server/web_refusals.hpp"

namespace host_stub {
namespace {

namespace asio = boost::asio;
using tcp = asio::ip::tcp;
using std::chrono::milliseconds;

constexpr milliseconds kSweep{100};
constexpr milliseconds kAfterFailure{10};
constexpr int kBacklog = 1024;

}  // namespace

// The network thread and what it accepts.
class WebServer::Loop {
 public:
  Loop(WebHandler& handler, Metrics& metrics, const WebServerOptions& options)
      : state_(handler, metrics, options), acceptor_(state_.io), sweep_(state_.io) {}
  ~Loop() { stop(milliseconds(0)); }

  void start(const std::string& host, std::uint16_t port);
  std::uint16_t port() const { return port_; }
  void stop(milliseconds drain);

 private:
  using Clock = HttpSession::Clock;

  bool isDone() const { return state_.stopping && state_.sessions.size() == 0; }
  void listen(const std::string& host, std::uint16_t port);
  void run();
  void accept();
  void welcome(tcp::socket socket);
  void awaitSweep();
  void sweep();

  ServerState state_;
  tcp::acceptor acceptor_;
  asio::steady_timer sweep_;
  std::uint16_t port_ = 0;
  bool accepting_ = false;  // an accept is pending
  bool sweeping_ = false;   // a sweep is
  std::optional<Clock::time_point> stopAt_;
  std::thread thread_;
};

void WebServer::Loop::start(const std::string& host, std::uint16_t port) {
  try {
    listen(host, port);
  } catch (const boost::system::system_error& e) {
    throw integration::Failure(
        integration::Code::failedPrecondition,
        "Can't listen on " + HostPort{host, port}.text() + ": " + e.code().message() + ".");
  }
  accept();
  awaitSweep();
  thread_ = std::thread([this] { run(); });
}

// A step that fails, which only want of memory makes it do, doesn't end the server.
void WebServer::Loop::run() {
  for (;;) {
    try {
      if (!sweeping_ && !isDone()) awaitSweep();
      state_.io.run();
      return;
    } catch (const std::exception&) {
      std::this_thread::sleep_for(kAfterFailure);
    }
  }
}

void WebServer::Loop::listen(const std::string& host, std::uint16_t port) {
  const tcp::endpoint endpoint =
      *tcp::resolver(state_.io)
           .resolve(host, std::to_string(port), tcp::resolver::passive | tcp::resolver::numeric_service)
           .begin();
  acceptor_.open(endpoint.protocol());
  acceptor_.set_option(tcp::acceptor::reuse_address(true));
  acceptor_.bind(endpoint);
  acceptor_.listen(kBacklog);
  acceptor_.non_blocking(true);
  port_ = acceptor_.local_endpoint().port();
}

void WebServer::Loop::stop(milliseconds drain) {
  if (!thread_.joinable()) return;
  asio::post(state_.io, [this, drain] {
    state_.stopping = true;
    stopAt_ = Clock::now() + drain;
    acceptor_.close();
    sweep_.cancel();
  });
  thread_.join();
}

// Waits and then accepts itself: an async_accept that fails for want of memory would never be heard of again.
void WebServer::Loop::accept() {
  acceptor_.async_wait(tcp::acceptor::wait_read, [this](const boost::system::error_code&) {
    accepting_ = false;
    if (!acceptor_.is_open()) return;
    boost::system::error_code error;
    tcp::socket socket(state_.io);
    acceptor_.accept(socket, error);
    if (!error) welcome(std::move(socket));
    if (!error || error == asio::error::would_block || error == asio::error::connection_aborted)
      return accept();
    // Out of descriptors: the next sweep tries again, instead of a loop that spins.
    state_.counters.unaccepted.add();
  });
  accepting_ = true;
}

void WebServer::Loop::welcome(tcp::socket socket) try {
  const std::string peer = plainAddress(socket.remote_endpoint().address().to_string());
  socket.non_blocking(true);
  socket.set_option(tcp::no_delay(true));
  const auto session = std::make_shared<HttpSession>(state_, std::move(socket), peer);
  const std::string client = state_.options.trustedProxies.trusts(peer) ? "" : peer;
  if (state_.sessions.isFullFor(client)) {
    const auto slowest = state_.sessions.longestWaiting(client);
    if (!slowest) {
      state_.counters.refused.add();
      return session->refuse(overloaded("Too many connections are open."));
    }
    state_.counters.evicted.add();
    slowest->close();
  }
  state_.sessions.add(session, client);
  state_.counters.accepted.add();
  state_.counters.open.set(static_cast<std::int64_t>(state_.sessions.size()));
  session->start();
} catch (const std::exception&) {
  state_.counters.refused.add();  // gone already, or out of memory
}

void WebServer::Loop::awaitSweep() {
  sweep_.expires_after(kSweep);
  sweep_.async_wait([this](const boost::system::error_code&) {
    sweeping_ = false;
    sweep();
    if (!isDone()) awaitSweep();
  });
  sweeping_ = true;
}

// Ends what has waited too long. While it stops, the loop lives as long as sessions do.
void WebServer::Loop::sweep() {
  state_.replies->deliverAll();
  const Clock::time_point now = Clock::now();
  const WebServerOptions& options = state_.options;
  const milliseconds idleTimeout =
      state_.sessions.isHalfFull() ? options.busyIdleTimeout : options.idleTimeout;
  for (const auto& session : state_.sessions.all()) {
    if (stopAt_ && now >= *stopAt_)
      session->close();
    else
      session->checkTime(now, idleTimeout);
  }
  state_.budget.trim();
  if (!state_.stopping && !accepting_) accept();
}

WebServer::WebServer(WebHandler& handler, Metrics& metrics, WebServerOptions options)
    : loop_(std::make_unique<Loop>(handler, metrics, options)) {}

WebServer::~WebServer() = default;

void WebServer::start(const std::string& host, std::uint16_t port) {
  loop_->start(host, port);
}

std::uint16_t WebServer::port() const {
  return loop_->port();
}

void WebServer::stop(milliseconds drain) {
  loop_->stop(drain);
}

}  // namespace host_stub
