// An HTTP/1.1 server that slow clients can't starve: one network thread reads complete requests, whoever
// sends them and however slowly, and only a complete request takes a handler thread.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "net/metrics.hpp"
#include "net/web.hpp"

namespace host_stub {

struct WebServerOptions {
  std::size_t handlers = 64;  // requests handled at once
  // At a cap the connection that has waited for its client the longest makes room for the new one.
  std::size_t maxConnections = 1024;
  std::size_t maxPerPeer = 256;  // generous: an office, or Ashby, may come from one address
  std::size_t maxBufferedBytes =
      std::size_t{256} * 1024 * 1024;  // of bodies, over all connections; above: 503

  std::chrono::milliseconds headTimeout{5000};   // a whole request head
  std::chrono::milliseconds bodyTimeout{10000};  // a whole body
  std::chrono::milliseconds idleTimeout{5000};   // between two requests of one connection
  std::chrono::milliseconds busyIdleTimeout{
      1000};  // the same, while half of the connections or handlers are in use
  std::chrono::milliseconds queueTimeout{5000};   // a complete request waiting for a handler; then 503
  std::chrono::milliseconds writeTimeout{10000};  // a whole answer

  // After an answer given before the body was read, so that the sender sees the answer.
  std::chrono::milliseconds drainTimeout{2000};
  std::size_t drainBytes = std::size_t{64} * 1024 * 1024;
};

class WebLoop;

class WebServer {
 public:
  // Both must outlive the server.
  WebServer(WebHandler& handler, Metrics& metrics, WebServerOptions options = {});
  ~WebServer();

  // Port 0 = any. Throws Failure(failedPrecondition) where it can't listen. Once only.
  void start(const std::string& host, std::uint16_t port);
  std::uint16_t port() const;

  // Accepts no more, closes idle connections at once, finishes the requests in hand. At the deadline whoever
  // still sends or receives is cut off, but a handler that runs is waited for: its thread can't be taken
  // away.
  void stop(std::chrono::milliseconds drain);

 private:
  std::unique_ptr<WebLoop> loop_;
};

}  // namespace host_stub
