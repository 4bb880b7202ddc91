// The state that all sessions of a web server share.
#pragma once

#include <boost/asio/io_context.hpp>
#include <memory>

#include "net/server/memory_budget.hpp"
#include "net/server/reply_queue.hpp"
#include "net/server/session_registry.hpp"
#include "net/server/web_counters.hpp"
#include "net/server/web_server.hpp"

namespace host_stub {

// Network thread only, but for `replies`.
struct ServerState {
  ServerState(WebHandler& requestHandler, Metrics& metrics, const WebServerOptions& serverOptions)
      : handler(requestHandler),
        options(serverOptions),
        counters(metrics),
        budget(counters.buffered, options.maxBufferedBytes),
        sessions(options.maxConnections, options.maxPerPeer) {}
  ~ServerState() { replies->close(); }
  ServerState(const ServerState&) = delete;
  ServerState& operator=(const ServerState&) = delete;

  boost::asio::io_context io{1};  // ended last: what is still queued in it holds sessions
  WebHandler& handler;
  const WebServerOptions options;
  WebCounters counters;
  MemoryBudget budget;
  SessionRegistry sessions;
  // Shared with Decide and Respond, which may outlive the server.
  const std::shared_ptr<ReplyQueue> replies = std::make_shared<ReplyQueue>(io);
  bool stopping = false;
};

}  // namespace host_stub
