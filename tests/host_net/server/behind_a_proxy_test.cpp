// Tests clients behind a trusted proxy: each client has its own limits, though all connect from one address.
#include <atomic>

#include "scripted_server.hpp"
#include "web_fixture.hpp"

namespace host_stub::test {
namespace {

class BehindAProxy : public WebFixture {
 protected:
  void startTrusting(const std::string& proxy) {
    handling_ = [this](const WebRequest& request) {
      if (request.path == "/slow") {
        ++inside_;
        eventually([&] { return release_.load(); });
      }
      return WebResponse{200, {}, request.peer};
    };
    WebServerOptions options{.maxPerPeer = 4};
    options.trustedProxies.add(proxy);
    start(options, 16);
  }
  void TearDown() override {
    release_ = true;
    WebFixture::TearDown();
  }
  static std::string from(const std::string& client) { return "X-Forwarded-For: " + client + "\r\n"; }
  // Sends four requests of this client, and leaves them without an answer.
  void fillUp(const std::string& client) {
    const int before = inside_;
    for (int i = 0; i < 4; ++i) {
      slow_.push_back(std::make_unique<RawClient>(port()));
      slow_.back()->send(get("/slow", from(client)));
    }
    ASSERT_TRUE(eventually([&] { return inside_ == before + 4; }));
  }

  std::atomic<int> inside_{0};
  std::atomic<bool> release_{false};
  std::vector<std::unique_ptr<RawClient>> slow_;
};

TEST_F(BehindAProxy, ClientIsTheOneItTellsOf) {
  startTrusting("127.0.0.1");
  RawClient connection(port());
  for (const char* client : {"203.0.113.9", "2001:db8::7", "203.0.113.9"})
    EXPECT_EQ(connection.ask(get("/", from(client))).body, client);
}

TEST_F(BehindAProxy, WhomNobodyTrustsIsNotBelieved) {
  startTrusting("192.0.2.1");
  EXPECT_EQ(RawClient(port()).ask(get("/", from("203.0.113.9"))).body, "127.0.0.1");
}

TEST_F(BehindAProxy, OneClientsManyRequestsKeepNobodyOut) {
  startTrusting("127.0.0.1");
  fillUp("203.0.113.9");
  EXPECT_EQ(RawClient(port()).ask(get("/", from("203.0.113.9"))).status, 503);
  EXPECT_EQ(RawClient(port()).ask(get("/", from("203.0.113.10"))).status, 200);
}

TEST_F(BehindAProxy, ConnectionsWithoutARequestCountForNobody) {
  startTrusting("127.0.0.1");
  for (int i = 0; i < 8; ++i) slow_.push_back(std::make_unique<RawClient>(port()));
  EXPECT_EQ(RawClient(port()).ask(get("/", from("203.0.113.9"))).status, 200);
  for (const auto& client : slow_) EXPECT_EQ(client->ask(get("/", from("203.0.113.9"))).status, 200);
}

TEST_F(BehindAProxy, CapEndsWithTheRequestsNotTheConnection) {
  startTrusting("127.0.0.1");
  fillUp("203.0.113.9");
  release_ = true;
  for (const auto& client : slow_) EXPECT_EQ(client->readAnswer().status, 200);
  // The connections stay open, and count for no client.
  EXPECT_EQ(RawClient(port()).ask(get("/", from("203.0.113.9"))).status, 200);
  for (const auto& client : slow_)
    EXPECT_EQ(client->ask(get("/", from("203.0.113.10"))).body, "203.0.113.10");
}

}  // namespace
}  // namespace host_stub::test
