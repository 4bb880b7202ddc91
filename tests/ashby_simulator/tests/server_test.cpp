#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/NetException.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/StreamCopier.h>
#include <Poco/ThreadPool.h>
#include <Poco/URI.h>
#include <gmock/gmock.h>

#include <condition_variable>
#include <deque>
#include <mutex>

#include "server/simulator.hpp"
#include "support.hpp"
#include "world/signature.hpp"

namespace ashby_simulator::test {
namespace {

/// A webhook receiver that keeps the requests.
class Receiver {
 public:
  struct Received {
    std::string signature;
    std::string body;
  };

  /// Takes the statuses of the first answers; later answers have 200.
  explicit Receiver(std::deque<int> statuses = {}) : statuses_(std::move(statuses)) {
    const Poco::Net::ServerSocket socket(Poco::Net::SocketAddress("127.0.0.1", 0));
    server_ = std::make_unique<Poco::Net::HTTPServer>(new Factory(*this), threads_, socket,
                                                      new Poco::Net::HTTPServerParams);
    server_->start();
  }
  ~Receiver() {
    server_->stopAll(true);
    threads_.joinAll();  // stopAll doesn't wait for requests under way
  }

  std::string url() const { return "http://127.0.0.1:" + std::to_string(server_->port()) + "/hook"; }

  /// Waits up to 20 s for this many requests; returns all so far.
  std::vector<Received> waitFor(std::size_t count) {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, std::chrono::seconds(20), [&] { return received_.size() >= count; });
    return received_;
  }

 private:
  struct Handler : Poco::Net::HTTPRequestHandler {
    explicit Handler(Receiver& receiver) : to(receiver) {}
    void handleRequest(Poco::Net::HTTPServerRequest& request,
                       Poco::Net::HTTPServerResponse& response) override {
      Received received{request.get("Ashby-Signature", ""), {}};
      Poco::StreamCopier::copyToString(request.stream(), received.body);
      response.setStatus(std::to_string(to.take(std::move(received))));
      response.setContentLength(0);
      response.send();
    }
    Receiver& to;
  };
  struct Factory : Poco::Net::HTTPRequestHandlerFactory {
    explicit Factory(Receiver& receiver) : to(receiver) {}
    Poco::Net::HTTPRequestHandler* createRequestHandler(const Poco::Net::HTTPServerRequest&) override {
      return new Handler(to);
    }
    Receiver& to;
  };

  int take(Received received) {
    const std::lock_guard lock(mutex_);
    received_.push_back(std::move(received));
    changed_.notify_all();
    if (statuses_.empty()) return 200;
    const int status = statuses_.front();
    statuses_.pop_front();
    return status;
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<Received> received_;
  std::deque<int> statuses_;
  Poco::ThreadPool threads_;
  std::unique_ptr<Poco::Net::HTTPServer> server_;
};

class Served : public testing::Test {
 protected:
  Served() : simulator({.apiKey = kKey}) { simulator.start(); }

  struct Answer {
    int status = 0;
    Json body;
    Poco::Net::HTTPResponse head;
  };

  Answer send(const std::string& method, const std::string& path, const Json& body = Json::object()) {
    const Poco::URI uri(simulator.url());
    Poco::Net::HTTPClientSession session(uri.getHost(), uri.getPort());
    session.setTimeout(Poco::Timespan(20, 0));
    Poco::Net::HTTPRequest request(method, path, Poco::Net::HTTPMessage::HTTP_1_1);
    request.set("Authorization", kAuthorization);
    request.setContentType("application/json");
    const std::string text = body.dump();
    request.setContentLength(static_cast<std::streamsize>(text.size()));
    session.sendRequest(request) << text;
    Answer answer;
    std::string received;
    Poco::StreamCopier::copyToString(session.receiveResponse(answer.head), received);
    answer.status = answer.head.getStatus();
    answer.body = Json::parse(received);
    return answer;
  }

  Json control(const std::string& method, const std::string& path, const Json& body = Json::object()) {
    const Answer answer = send(method, "/_control/" + path, body);
    EXPECT_EQ(answer.status, 200) << path << ": " << answer.body;
    return answer.body;
  }

  Simulator simulator;
};

TEST_F(Served, HireInOneCallIsReadBackThroughTheApi) {
  const Json ids = control("POST", "hires", {{"name", "Björn van der Berg"}, {"jobTitle", "Designer"}});
  const Answer answer = send("POST", "/application.info", {{"applicationId", ids.at("applicationId")}});
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.body.at("results").at("candidate").at("name"), "Björn van der Berg");
  EXPECT_EQ(answer.body.at("results").at("job").at("title"), "Designer");
  EXPECT_EQ(answer.head.get("x-ratelimit-limit"), "1000");
}

TEST_F(Served, CandidateIsAnonymized) {
  const Json ids = control("POST", "hires");
  control("POST", "candidates/" + textOf(ids, "candidateId") + "/anonymize");
  EXPECT_EQ(send("POST", "/candidate.search", {{"name", "Anonymized"}}).body.at("results").size(), 1U);
}

TEST_F(Served, WebhookIsPingedDuringCreationThenDelivered) {
  Receiver receiver;
  const Answer created =
      send("POST", "/webhook.create",
           {{"webhookType", "applicationUpdate"}, {"requestUrl", receiver.url()}, {"secretToken", "s"}});
  EXPECT_EQ(created.body.at("results").at("enabled"), true);
  EXPECT_EQ(receiver.waitFor(1).size(), 1U);
  control("POST", "hires", {{"offer", "none"}});
  for (const auto& received : receiver.waitFor(2))
    EXPECT_EQ(received.signature, signatureOf("s", received.body));
}

TEST_F(Served, WebhookToNowhereIsSavedDisabled) {
  const Json saved = control("POST", "webhooks", {{"requestUrl", "http://127.0.0.1:1/hook"}});
  EXPECT_EQ(saved.at("enabled"), false);
}

TEST_F(Served, FailedDeliveriesAreRetriedByteForByte) {
  Receiver receiver({200, 500, 503});
  control("POST", "webhooks",
          {{"webhookType", "candidateHire"}, {"requestUrl", receiver.url()}, {"secretToken", "s"}});
  control("PATCH", "settings", {{"speed", 1000}});
  control("POST", "hires");
  const auto received = receiver.waitFor(4);
  ASSERT_EQ(received.size(), 4U);
  EXPECT_EQ(received[1].body, received[3].body);
}

TEST_F(Served, AdvancingTheClockBringsRetriesForward) {
  Receiver receiver({200, 500});
  control("POST", "webhooks", {{"webhookType", "candidateHire"}, {"requestUrl", receiver.url()}});
  control("POST", "hires");
  ASSERT_EQ(receiver.waitFor(2).size(), 2U);
  while (control("GET", "deliveries?state=pending").empty()) std::this_thread::yield();
  control("PATCH", "settings", {{"advanceMs", 10'000}});
  EXPECT_EQ(receiver.waitFor(3).size(), 3U);
}

TEST_F(Served, PausedDeliveriesWait) {
  Receiver receiver;
  control("POST", "webhooks", {{"webhookType", "candidateHire"}, {"requestUrl", receiver.url()}});
  control("PATCH", "settings", {{"deliveriesPaused", true}});
  control("POST", "hires");
  EXPECT_EQ(control("GET", "deliveries?state=pending&action=candidateHire").size(), 1U);
  control("PATCH", "settings", {{"deliveriesPaused", false}});
  EXPECT_EQ(receiver.waitFor(2).size(), 2U);
}

TEST_F(Served, PastDeliveryIsSentAgain) {
  Receiver receiver;
  control("POST", "webhooks", {{"webhookType", "candidateHire"}, {"requestUrl", receiver.url()}});
  control("POST", "hires");
  ASSERT_EQ(receiver.waitFor(2).size(), 2U);
  const Json delivery = control("GET", "deliveries?action=candidateHire").at(0);
  control("POST", "deliveries/" + textOf(delivery, "id") + "/redeliver");
  const auto received = receiver.waitFor(3);
  EXPECT_EQ(received.at(1).body, received.at(2).body);
}

TEST_F(Served, SeededHiresReachNoWebhook) {
  Receiver receiver;
  control("POST", "webhooks", {{"requestUrl", receiver.url()}});
  EXPECT_EQ(control("POST", "seed", {{"count", 120}, {"hiredAt", "2026-11-20"}}).at("applicationIds").size(),
            120U);
  EXPECT_TRUE(control("GET", "deliveries?action=applicationUpdate").empty());
  EXPECT_EQ(send("POST", "/application.list", {{"status", "Hired"}}).body.at("results").size(), 100U);
}

TEST_F(Served, KeysAreMadeAndDeactivated) {
  const Json key = control("POST", "api-keys", {{"scopes", {"candidates:read"}}, {"key", "other-key"}});
  EXPECT_EQ(key.at("key"), "other-key");
  control("PATCH", "api-keys/" + textOf(key, "id"), {{"active", false}});
  EXPECT_EQ(control("GET", "api-keys").size(), 2U);
  EXPECT_EQ(send("POST", "/_control/api-keys", {{"scopes", {"everything"}}}).status, 400);
}

TEST_F(Served, FaultsBreakTheConnection) {
  control("POST", "faults", {{"kind", "halfBody"}, {"times", 1}});
  EXPECT_THROW(send("POST", "/apiKey.info"), std::exception);
  control("POST", "faults", {{"kind", "drop"}, {"times", 1}});
  EXPECT_THROW(send("POST", "/apiKey.info"), Poco::Exception);
  control("PATCH", "settings", {{"hangMs", 1}});
  control("POST", "faults", {{"kind", "hang"}, {"times", 1}});
  EXPECT_THROW(send("POST", "/apiKey.info"), Poco::Exception);
  EXPECT_EQ(send("POST", "/apiKey.info").status, 200);
}

TEST_F(Served, CallsAreCounted) {
  send("POST", "/apiKey.info");
  send("POST", "/apiKey.info");
  EXPECT_EQ(control("GET", "calls").at("counts").at("apiKey.info"), 2);
  control("DELETE", "calls");
  EXPECT_TRUE(control("GET", "calls").at("calls").empty());
}

TEST_F(Served, ControlMistakesAreNamed) {
  EXPECT_EQ(send("POST", "/_control/nothing").status, 404);
  const Answer misspelt = send("POST", "/_control/hires", {{"nmae", "x"}});
  EXPECT_EQ(misspelt.status, 400);
  EXPECT_THAT(misspelt.body.dump(), testing::HasSubstr("nmae"));
  EXPECT_EQ(send("POST", "/_control/faults", {{"kind", 7}}).status, 400);
}

TEST_F(Served, ResetForgetsAllButTheKeyOfTheCommandLine) {
  control("POST", "hires");
  control("POST", "reset", {{"seed", 2}});
  EXPECT_TRUE(send("POST", "/application.list").body.at("results").empty());
}

TEST_F(Served, AnAddressInUseIsRefused) {
  Simulator second({.port = static_cast<std::uint16_t>(Poco::URI(simulator.url()).getPort())});
  EXPECT_THROW(second.start(), Poco::Exception);
}

TEST_F(Served, StopsWhileAClientHangsAndAReceiverIsSilent) {
  const Poco::Net::ServerSocket silent(Poco::Net::SocketAddress("127.0.0.1", 0));
  simulator.withWorld([&](World& world, Millis now) {
    const auto id =
        world.outbox.create("candidateHire", "http://" + silent.address().toString() + "/", std::nullopt);
    world.delivered(world.outbox.pingOf(*id, now)->deliveryId, {200, ""}, now);
    world.newHires.add(Json::object(), now);
  });
  control("POST", "faults", {{"kind", "hang"}, {"times", 1}});
  std::thread client([this] { EXPECT_THROW(send("POST", "/apiKey.info"), Poco::Exception); });
  while (control("GET", "calls").at("calls").empty() || control("GET", "deliveries?state=inFlight").empty()) {
    std::this_thread::yield();
  }
  simulator.stop();
  client.join();
}

}  // namespace
}  // namespace ashby_simulator::test
