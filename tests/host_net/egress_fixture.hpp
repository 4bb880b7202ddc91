// An Egress that is routed to a scripted server.
#pragma once

#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "scripted_server.hpp"
#include "services/egress_http.hpp"

namespace host_stub::test {

class EgressFixture : public testing::Test {
 protected:
  static constexpr const char* kOrigin = "https://api.ashbyhq.com";
  static constexpr const char* kSecret = "s3cret-key";

  void serve(ScriptedServer::Script script, EgressOptions options = {}) {
    server_ = std::make_unique<ScriptedServer>(std::move(script));
    options.routes.push_back(
        {parseOrigin(kOrigin), parseOrigin("http://127.0.0.1:" + std::to_string(server_->port()))});
    egress_ = std::make_unique<Egress>(std::move(options));
  }
  // Serves the same answer to every request.
  void serveAlways(std::string answer) {
    serve([answer](ScriptedServer::Visit& visit) {
      while (!visit.readRequest().empty() && visit.send(answer)) {
      }
    });
  }

  EgressHttp http() { return EgressHttp(*egress_, call_); }
  integration::HttpOutcome ask(const integration::HttpRequest& request) {
    return http().send({&request, 1}).front();
  }
  static integration::HttpRequest request(std::string path = "/job.info") {
    integration::HttpRequest out;
    out.url = kOrigin + path;
    out.body = "{}";
    return out;
  }

  std::unique_ptr<ScriptedServer> server_;
  std::unique_ptr<Egress> egress_;
  std::atomic<bool> cancelled_{false};
  EgressCall call_{.asker = {"acme", "ashby"},
                   .allowed = {parseOrigin(kOrigin)},
                   .secret = [](std::string_view name) -> std::optional<std::string> {
                     if (name == "apiKey") return kSecret;
                     return std::nullopt;
                   },
                   .deadline = 0,
                   .cancelled = [this] { return cancelled_.load(); }};
};

}  // namespace host_stub::test
