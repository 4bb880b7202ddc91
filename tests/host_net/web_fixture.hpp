// A web server on loopback, whose handler a test sets.
#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <string>

#include "net/server/json_answer.hpp"
#include "net/server/metrics.hpp"
#include "net/server/web_refusals.hpp"
#include "net/server/web_server.hpp"
#include "raw_client.hpp"
#include "task_pool.hpp"

namespace host_stub::test {

class WebFixture : public testing::Test, public WebHandler {
 protected:
  void TearDown() override { stop(); }

  void start(WebServerOptions options = {}, std::size_t threads = 64) {
    threads_ = std::make_unique<TaskPool>(threads);
    server_ = std::make_unique<WebServer>(*this, metrics_, options);
    server_->start("127.0.0.1", 0);
  }
  void stop(std::chrono::milliseconds drain = std::chrono::milliseconds(0)) {
    if (server_) server_->stop(drain);
    threads_.reset();
  }
  std::uint16_t port() const { return server_->port(); }
  bool measured(const std::string& line) const {
    return metrics_.render().find(line + "\n") != std::string::npos;
  }

  void admit(const RequestHead& head, Decide decide) override { decide(admitting_(head)); }
  void handle(WebRequest request, Respond respond) override {
    threads_->post([this, request = std::move(request), respond = std::move(respond)] {
      try {
        respond(handling_(request));
      } catch (const std::exception&) {
        respond(internalError());
      }
    });
  }

  std::function<Admission(const RequestHead&)> admitting_ = [](const RequestHead&) { return Admission{}; };
  std::function<WebResponse(const WebRequest&)> handling_ = [](const WebRequest& request) {
    return WebResponse{200, {}, request.method + " " + request.path + " " + request.body};
  };
  Metrics metrics_;
  std::unique_ptr<TaskPool> threads_;
  std::unique_ptr<WebServer> server_;
};

inline bool hasHeader(const RawAnswer& answer, const std::string& line) {
  return answer.head.find("\r\n" + line + "\r\n") != std::string::npos;
}

}  // namespace host_stub::test
