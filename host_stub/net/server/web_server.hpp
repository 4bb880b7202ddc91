// An HTTP/1.1 server on Boost.Asio that slow clients can't starve. One network thread reads requests, however
// slowly they come. It gives complete ones to a handler, which has threads of its own.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "net/address/trusted_proxies.hpp"
#include "net/server/metrics.hpp"
#include "net/server/web.hpp"

namespace host_stub {

struct WebServerOptions {
  // At a cap the connection that has waited for its client the longest makes room for the new one.
  std::size_t maxConnections = 1024;
  // The connections of one client's address: generous, since an office, or Ashby, may come from one.
  // Connections of a trusted proxy count for the client whose request they carry.
  std::size_t maxPerPeer = 256;
  TrustedProxies trustedProxies = {};
  // Bytes of unread input, heads, bodies and answers, over all connections; above: 503. A large share of the
  // memory that host_stub/README.md asks for.
  std::size_t maxBufferedBytes = std::size_t{64} * 1024 * 1024;

  std::chrono::milliseconds headTimeout{5000};      // a whole request head
  std::chrono::milliseconds bodyTimeout{10000};     // a whole body
  std::chrono::milliseconds idleTimeout{5000};      // between two requests of one connection
  std::chrono::milliseconds busyIdleTimeout{1000};  // the same, while half of the connections are in use
  std::chrono::milliseconds writeTimeout{10000};    // a whole answer
  std::chrono::milliseconds handlerTimeout{60000};  // for the handler to admit, or to answer; then 503

  // After an answer given before the body was read, so that the sender sees the answer.
  std::chrono::milliseconds drainTimeout{2000};
  std::size_t drainBytes = std::size_t{64} * 1024 * 1024;
  std::size_t strangerDrainBytes = std::size_t{256} * 1024;  // the same, for Admission::stranger
};

class WebServer {
 public:
  // Both must outlive the server, and the metrics whatever the handler still works on.
  WebServer(WebHandler& handler, Metrics& metrics, WebServerOptions options = {});
  ~WebServer();

  // Port 0 = any. Throws Failure(failedPrecondition) if it can't listen. Once only.
  void start(const std::string& host, std::uint16_t port);
  std::uint16_t port() const;

  // Accepts no more, closes idle connections at once, finishes the requests in hand. At the deadline the
  // rest is cut off, and what the handler answers later goes nowhere.
  void stop(std::chrono::milliseconds drain);

 private:
  class Loop;
  std::unique_ptr<Loop> loop_;
};

}  // namespace host_stub
