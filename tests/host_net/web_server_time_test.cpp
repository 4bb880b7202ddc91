// Tests the web server's time-outs, and how it stops.
#include <condition_variable>
#include <mutex>
#include <thread>

#include "scripted_server.hpp"
#include "web_fixture.hpp"

namespace host_stub::test {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

// A gate that holds handlers until open().
class Gate {
 public:
  ~Gate() { open(); }
  void pass() {
    std::unique_lock lock(mutex_);
    ++waiting_;
    changed_.wait(lock, [this] { return open_; });
  }
  void open() {
    const std::lock_guard lock(mutex_);
    open_ = true;
    changed_.notify_all();
  }
  int waiting() {
    const std::lock_guard lock(mutex_);
    return waiting_;
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool open_ = false;
  int waiting_ = 0;
};

class WebServerTime : public WebFixture {};
class WebServerStop : public WebFixture {
 protected:
  void TearDown() override {
    gate_.open();
    stop();
  }
  Gate gate_;
};

TEST_F(WebServerTime, DrippingHeadIsCutOffAsAWhole) {
  start({.headTimeout = milliseconds(300), .idleTimeout = seconds(60)});
  RawClient client(port());
  client.send("GET / HT");
  std::thread drip([&] {
    for (int i = 0; i < 200 && client.send("x"); ++i) std::this_thread::sleep_for(milliseconds(50));
  });
  EXPECT_EQ(client.readAnswer().status, 408);
  EXPECT_TRUE(client.closedWithin(seconds(8)));
  drip.join();
  EXPECT_TRUE(measured("http_rejected_total{reason=\"timeout\"} 1"));
}

TEST_F(WebServerTime, DrippingBodyIsCutOffAsAWhole) {
  start({.bodyTimeout = milliseconds(300)});
  RawClient client(port());
  client.send("POST / HTTP/1.1\r\nHost: t\r\nContent-Length: 10000\r\n\r\n");
  std::thread drip([&] {
    for (int i = 0; i < 200 && client.send("x"); ++i) std::this_thread::sleep_for(milliseconds(50));
  });
  EXPECT_EQ(client.readAnswer().status, 408);
  drip.join();
}

TEST_F(WebServerTime, IdleConnectionIsClosedWithoutAWord) {
  start({.idleTimeout = milliseconds(200)});
  RawClient fresh(port());
  EXPECT_TRUE(fresh.closedWithin(seconds(8)));
  RawClient kept(port());
  EXPECT_EQ(kept.ask(get("/")).status, 200);
  EXPECT_TRUE(kept.closedWithin(seconds(8)));
  EXPECT_EQ(kept.readAnswer().status, 0);
}

TEST_F(WebServerTime, IdleConnectionsGoSoonerWhileTheServerIsBusy) {
  start({.maxConnections = 4, .idleTimeout = seconds(60), .busyIdleTimeout = milliseconds(100)});
  std::vector<std::unique_ptr<RawClient>> clients;
  for (int i = 0; i < 3; ++i) clients.push_back(std::make_unique<RawClient>(port()));
  EXPECT_TRUE(eventually(
      [&] { return measured("http_connections 0") && measured("http_connections_accepted_total 3"); }));
}

TEST_F(WebServerTime, RequestThatIsNotAnsweredInTimeIs503) {
  Gate gate;
  handling_ = [&](const WebRequest&) {
    gate.pass();
    return WebResponse{};
  };
  start({.handlerTimeout = milliseconds(200)});
  RawClient client(port());
  const RawAnswer answer = client.ask(post("/", "x"));
  EXPECT_EQ(answer.status, 503);
  EXPECT_TRUE(hasHeader(answer, "Retry-After: 1"));
  EXPECT_TRUE(client.closedWithin(seconds(8)));
  EXPECT_TRUE(measured("http_rejected_total{reason=\"unanswered\"} 1"));
  gate.open();
  EXPECT_TRUE(eventually([&] { return measured("http_connections 0"); }));
  stop();
}

TEST_F(WebServerStop, FinishesTheRequestInHand) {
  handling_ = [&](const WebRequest&) {
    gate_.pass();
    return WebResponse{200, {}, "done"};
  };
  start();
  RawClient client(port());
  client.send(get("/"));
  ASSERT_TRUE(eventually([&] { return gate_.waiting() == 1; }));
  std::thread stopping([&] { stop(seconds(30)); });
  EXPECT_TRUE(eventually([&] {
    try {
      RawClient late(port());
      return false;
    } catch (const Poco::Exception&) {
      return true;
    }
  })) << "no new connection is taken";
  gate_.open();
  const RawAnswer answer = client.readAnswer();
  EXPECT_EQ(answer.body, "done");
  EXPECT_TRUE(hasHeader(answer, "Connection: close"));
  stopping.join();
}

TEST_F(WebServerStop, FinishesARequestWhoseBodyIsStillComing) {
  start();
  RawClient client(port());
  client.send("POST /x HTTP/1.1\r\nHost: t\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n");
  ASSERT_EQ(client.readAnswer().status, 100);
  std::thread stopping([&] { stop(seconds(30)); });
  EXPECT_TRUE(client.send("body"));
  EXPECT_EQ(client.readAnswer().body, "POST /x body");
  stopping.join();
}

TEST_F(WebServerStop, ClosesIdleAtOnceAndSlowAtTheDeadline) {
  start({.headTimeout = seconds(600), .idleTimeout = seconds(600)});
  RawClient idle(port());
  EXPECT_EQ(idle.ask(get("/")).status, 200);
  RawClient slow(port());
  slow.send("GET / HT");
  ASSERT_TRUE(eventually([&] { return measured("http_connections 2"); }));
  std::thread stopping([&] { stop(seconds(2)); });
  EXPECT_TRUE(idle.closedWithin(seconds(8)));
  EXPECT_TRUE(slow.closedWithin(seconds(8)));
  stopping.join();
  EXPECT_TRUE(measured("http_connections 0"));
}

TEST_F(WebServerStop, WithNothingInHandNeedsNoDeadline) {
  start();
  stop(std::chrono::hours(1));
  stop(std::chrono::hours(1));
}

}  // namespace
}  // namespace host_stub::test
