// Tests that slow clients, or too many, don't starve the others.
#include <atomic>
#include <thread>
#include <vector>

#include "scripted_server.hpp"
#include "web_fixture.hpp"

namespace host_stub::test {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

class WebServerLoad : public WebFixture {
 protected:
  // Connects clients that each send a byte every 50 ms until the test ends.
  void dripFrom(std::size_t clients, const std::string& start, char byte) {
    for (std::size_t i = 0; i < clients; ++i) {
      slow_.push_back(std::make_unique<RawClient>(port()));
      slow_.back()->send(start);
    }
    drip_ = std::thread([this, byte] {
      while (!ending_) {
        for (const auto& client : slow_) client->send(std::string(1, byte));
        std::this_thread::sleep_for(milliseconds(50));
      }
    });
  }
  int goodAnswers(int requests) {
    int good = 0;
    for (int i = 0; i < requests; ++i)
      if (RawClient(port()).ask(post("/good", "x", "Connection: close\r\n")).status == 200) ++good;
    return good;
  }
  std::int64_t buffered() {
    return metrics_.gauge("http_buffered_bytes", "Bytes of requests and answers held in memory.").value();
  }
  void TearDown() override {
    ending_ = true;
    if (drip_.joinable()) drip_.join();
    stop();
  }

  std::atomic<bool> ending_{false};
  std::vector<std::unique_ptr<RawClient>> slow_;
  std::thread drip_;
};

TEST_F(WebServerLoad, TwoHundredSlowHeadsLeaveTheGoodOnesAlone) {
  start({}, 4);
  dripFrom(200, "POST /slow HTTP/1.1\r\nX: ", 'x');
  EXPECT_EQ(goodAnswers(100), 100);
  EXPECT_TRUE(measured("http_rejected_total{reason=\"evicted\"} 0"));
}

TEST_F(WebServerLoad, TwoHundredSlowBodiesLeaveTheGoodOnesAlone) {
  start({}, 4);
  dripFrom(200, "POST /slow HTTP/1.1\r\nHost: t\r\nContent-Length: 100000\r\n\r\n", 'x');
  EXPECT_EQ(goodAnswers(100), 100);
}

TEST_F(WebServerLoad, SlowClientsMakeRoomForGoodOnes) {
  start({.maxConnections = 100, .maxPerPeer = 50, .headTimeout = seconds(600)}, 4);
  dripFrom(200, "POST /slow HTTP/1.1\r\nX: ", 'x');
  EXPECT_EQ(goodAnswers(100), 100);
  EXPECT_FALSE(measured("http_rejected_total{reason=\"evicted\"} 0"));
}

TEST_F(WebServerLoad, IdleClientsUpToThePeersCapMakeRoomToo) {
  start({.maxPerPeer = 16, .idleTimeout = seconds(600), .busyIdleTimeout = seconds(600)}, 4);
  for (int i = 0; i < 64; ++i) {
    slow_.push_back(std::make_unique<RawClient>(port()));
    EXPECT_EQ(slow_.back()->ask(get("/")).status, 200);
  }
  EXPECT_TRUE(measured("http_connections 16"));
  EXPECT_EQ(goodAnswers(20), 20);
}

TEST_F(WebServerLoad, ConnectionsBeingServedAreNeverEvicted) {
  std::atomic<int> inside{0};
  std::atomic<bool> release{false};
  handling_ = [&](const WebRequest&) {
    ++inside;
    eventually([&] { return release.load(); });
    return WebResponse{200, {}, "served"};
  };
  start({.maxPerPeer = 4}, 4);
  for (int i = 0; i < 4; ++i) {
    slow_.push_back(std::make_unique<RawClient>(port()));
    slow_.back()->send(get("/"));
  }
  ASSERT_TRUE(eventually([&] { return inside == 4; }));
  EXPECT_EQ(RawClient(port()).readAnswer().status, 503);
  EXPECT_TRUE(measured("http_rejected_total{reason=\"connections\"} 1"));
  release = true;
  for (const auto& client : slow_) EXPECT_EQ(client->readAnswer().body, "served");
}

TEST_F(WebServerLoad, BodiesHaveAMemoryBudgetThatIsGivenBack) {
  handling_ = [](const WebRequest&) { return WebResponse{}; };
  start({.maxBufferedBytes = 3 << 20});
  RawClient first(port());
  first.send("POST / HTTP/1.1\r\nHost: t\r\nContent-Length: 2097153\r\n\r\n" + std::string(2 << 20, 'x'));
  ASSERT_TRUE(eventually([&] { return buffered() >= 2 << 20; }));
  EXPECT_LT(buffered(), (2 << 20) + 1024) << "of the head";
  const RawAnswer answer = RawClient(port()).ask(post("/", std::string(2 << 20, 'y')));
  EXPECT_EQ(answer.status, 503);
  EXPECT_TRUE(hasHeader(answer, "Retry-After: 1"));
  EXPECT_EQ(first.ask("x").status, 200);
  EXPECT_EQ(RawClient(port()).ask(post("/", std::string(2 << 20, 'y'))).status, 200);
  EXPECT_TRUE(eventually([&] { return measured("http_buffered_bytes 0"); }));
}

TEST_F(WebServerLoad, LargeBodiesDontKeepSmallOnesOut) {
  start({.maxBufferedBytes = 1010000});
  RawClient large(port());
  large.send("POST / HTTP/1.1\r\nHost: t\r\nContent-Length: 1000000\r\n\r\n" + std::string(999999, 'x'));
  ASSERT_TRUE(eventually([&] { return buffered() >= 1000000; }));
  EXPECT_EQ(RawClient(port()).ask(post("/", std::string(60000, 'y'))).status, 200);
  EXPECT_EQ(RawClient(port()).ask(post("/", std::string(100000, 'y'))).status, 503);
  EXPECT_EQ(large.ask("x").status, 200);
}

TEST_F(WebServerLoad, AnnouncedBodiesHoldNoMemory) {
  start();
  for (int i = 0; i < 50; ++i) {
    slow_.push_back(std::make_unique<RawClient>(port()));
    slow_.back()->send(
        "POST / HTTP/1.1\r\nHost: t\r\nContent-Length: 4194304\r\nExpect: 100-continue\r\n\r\n");
    ASSERT_EQ(slow_.back()->readAnswer().status, 100);
    slow_.back()->send("x");
  }
  EXPECT_TRUE(eventually([&] { return buffered() > 0; }));
  EXPECT_LT(buffered(), 50 * 1024);
}

TEST_F(WebServerLoad, ManyClientsAtOnceAreAllAnswered) {
  start();
  std::atomic<int> good{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < 32; ++i)
    threads.emplace_back([&] {
      RawClient client(port());
      for (int n = 0; n < 200; ++n) {
        const std::string body = std::to_string(n);
        if (client.ask(post("/p", body)).body == "POST /p " + body) ++good;
      }
    });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(good, 32 * 200);
}

}  // namespace
}  // namespace host_stub::test
