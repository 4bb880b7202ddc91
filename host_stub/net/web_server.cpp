#include "net/web_server.hpp"

#include "net/web_loop.hpp"

namespace host_stub {

WebServer::WebServer(WebHandler& handler, Metrics& metrics, WebServerOptions options)
    : loop_(std::make_unique<WebLoop>(handler, metrics, options)) {}

WebServer::~WebServer() = default;

void WebServer::start(const std::string& host, std::uint16_t port) {
  loop_->start(host, port);
}

std::uint16_t WebServer::port() const {
  return loop_->port();
}

void WebServer::stop(std::chrono::milliseconds drain) {
  loop_->stop(drain);
}

}  // namespace host_stub
