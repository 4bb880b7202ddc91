// Tests when and how often a handler replies.
#include <optional>
#include <thread>

#include "scripted_server.hpp"
#include "web_fixture.hpp"

namespace host_stub::test {
namespace {

// A handler that keeps its callbacks instead of replying.
class WebServerReply : public WebFixture {
 protected:
  void admit(const RequestHead& head, Decide decide) override {
    if (head.path == "/undecided") return;
    if (head.path != "/decide-later") return decide({});
    decide_ = std::move(decide);
    ++kept_;
  }
  void handle(WebRequest, Respond respond) override {
    respond_ = std::move(respond);
    ++kept_;
  }
  void waitForOne() {
    ASSERT_TRUE(eventually([&] { return kept_ == 1; }));
  }

  std::atomic<int> kept_{0};
  Decide decide_;
  Respond respond_;
};

TEST_F(WebServerReply, FirstCallCounts) {
  start();
  RawClient client(port());
  client.send(get("/"));
  waitForOne();
  respond_({200, {}, "first"});
  respond_({200, {}, "second"});
  EXPECT_EQ(client.readAnswer().body, "first");
  client.send(get("/"));
  ASSERT_TRUE(eventually([&] { return kept_ == 2; }));
  respond_({200, {}, "third"});
  EXPECT_EQ(client.readAnswer().body, "third");
}

TEST_F(WebServerReply, WithoutACallIs500) {
  start();
  RawClient client(port());
  client.send(get("/"));
  waitForOne();
  respond_ = nullptr;
  EXPECT_EQ(client.readAnswer().status, 500);
  EXPECT_EQ(RawClient(port()).ask(get("/undecided")).status, 500);
}

TEST_F(WebServerReply, AdmissionMayComeLater) {
  start();
  RawClient client(port());
  client.send(post("/decide-later", "body"));
  waitForOne();
  decide_({.answer = WebResponse{401, {}, "who?"}});
  EXPECT_EQ(client.readAnswer().status, 401);
  EXPECT_TRUE(client.closedWithin(std::chrono::seconds(8)));
}

TEST_F(WebServerReply, AfterTheEndOfTheServerGoesNowhere) {
  start();
  RawClient client(port());
  client.send(get("/"));
  waitForOne();
  server_->stop(std::chrono::milliseconds(0));
  server_.reset();
  respond_({200, {}, "late"});
  EXPECT_EQ(client.readAnswer().status, 0);
}

TEST_F(WebServerReply, ForAClientThatHasGoneGoesNowhere) {
  start();
  {
    RawClient client(port());
    client.send(get("/"));
    waitForOne();
  }
  respond_({200, {}, std::string(1 << 20, 'x')});
  EXPECT_TRUE(eventually([&] { return measured("http_connections 0"); }));
}

}  // namespace
}  // namespace host_stub::test
