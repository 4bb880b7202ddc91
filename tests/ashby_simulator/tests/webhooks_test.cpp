#include <gmock/gmock.h>

#include "support.hpp"
#include "world/signature.hpp"

namespace ashby_simulator::test {
namespace {

TEST(WebhookSignature, IsThatOfEveryVectorByteForByte) {
  const Json vectors = fixtureJson("signature_vectors.json");
  for (const auto& [name, vector] : vectors.at("vectors").items()) {
    const std::string body = fixture(name + ".raw");
    EXPECT_EQ(body.size(), vector.at("bytes"));
    EXPECT_EQ(signatureOf(textOf(vectors, "secret"), body), vector.at("Ashby-Signature")) << name;
  }
}

TEST(WebhookSignature, IsOverTheBytesSentAndAbsentWithoutASecret) {
  TestWorld t;
  t.webhook("candidateHire");
  const std::string open = t.world.outbox.create("candidateHire", "http://h/open", std::nullopt).value();
  t.world.delivered(t.world.outbox.pingOf(open, t.now)->deliveryId, {200, ""}, t.now);
  t.world.newHires.add(Json::object(), t.now);
  for (const Outgoing& sent : t.world.due(t.now)) {
    const std::string* signature = findHeader(sent.headers, "Ashby-Signature");
    if (sent.url == "http://h/open") {
      EXPECT_EQ(signature, nullptr);
    } else {
      EXPECT_EQ(*signature, signatureOf("secret", sent.body));
    }
  }
}

const Json kWanted = {
    {"webhookType", "applicationUpdate"}, {"requestUrl", "http://h/x"}, {"secretToken", "s"}};

/// Calls webhook.create or .update and answers the ping with this status; returns the results.
Json save(TestWorld& t, const std::string& endpoint, const Json& parameters, int pingStatus) {
  const Response response = t.world.answer(post(endpoint, parameters), t.now);
  const auto ping = t.world.outbox.pingOf(response.savedWebhook.value(), t.now);
  EXPECT_EQ(Json::parse(ping->body).at("action"), "ping");
  t.world.delivered(ping->deliveryId, {pingStatus, ""}, t.now);
  return Json::parse(t.world.settled(response).body).at("results");
}

TEST(WebhookPing, IsSignedAndShapedLikeTheFixture) {
  TestWorld t;
  const std::string id = t.world.outbox.create("candidateHire", "http://h/x", "s").value();
  const auto ping = t.world.outbox.pingOf(id, t.now);
  Json body = Json::parse(ping->body);
  body["webhookActionId"] = fixtureJson("webhook_ping.json").at("webhookActionId");
  EXPECT_EQ(body.dump(), fixture("webhook_ping.raw"));
  EXPECT_EQ(*findHeader(ping->headers, "Ashby-Signature"), signatureOf("s", ping->body));
}

TEST(WebhookPing, AnsweredWellEnables) {
  for (const int status : {200, 204, 302, 399}) {
    TestWorld t;
    EXPECT_EQ(save(t, "webhook.create", kWanted, status).at("enabled"), true) << status;
  }
}

TEST(WebhookPing, FailedSavesTheSettingDisabled) {
  for (const int status : {0, 400, 401, 500}) {
    TestWorld t;
    const Json saved = save(t, "webhook.create", kWanted, status);
    EXPECT_EQ(saved.at("enabled"), false) << status;
    EXPECT_EQ(t.results("webhook.info", {{"webhookId", saved.at("id")}}).at("enabled"), false);
    t.now += 60'000;
    EXPECT_TRUE(t.deliver().empty()) << "a ping is not retried";
    t.world.newHires.add(Json::object(), t.now);
    EXPECT_TRUE(t.deliver().empty()) << "nothing is delivered to a disabled one";
  }
}

TEST(WebhookPing, IsSentAgainByAnEdit) {
  TestWorld t;
  const Json id = save(t, "webhook.create", kWanted, 500).at("id");
  EXPECT_EQ(save(t, "webhook.update", {{"webhookId", id}, {"secretToken", "t"}}, 200).at("enabled"), false);
  EXPECT_EQ(save(t, "webhook.update", {{"webhookId", id}, {"enabled", true}}, 200).at("enabled"), true);
  EXPECT_EQ(save(t, "webhook.update", {{"webhookId", id}, {"requestUrl", "http://h/y"}}, 503).at("enabled"),
            false);
}

TEST(WebhookSettings, OfTheSameTypeAndUrlAreDuplicates) {
  TestWorld t;
  const Json saved = save(t, "webhook.create", kWanted, 200);
  const Json refused = t.call("webhook.create", kWanted);
  EXPECT_EQ(refused.at("success"), false);
  EXPECT_THAT(textOf(refused.at("errorInfo"), "message"), testing::HasSubstr("Duplicate webhook"));
  Json otherType = kWanted;
  otherType["webhookType"] = "candidateHire";
  EXPECT_EQ(save(t, "webhook.create", otherType, 200).at("enabled"), true);
  EXPECT_EQ(t.results("webhook.delete", {{"webhookId", saved.at("id")}}).at("webhookId"), saved.at("id"));
  EXPECT_EQ(t.errorCode("webhook.delete", {{"webhookId", saved.at("id")}}), "webhook_not_found");
  EXPECT_EQ(save(t, "webhook.create", kWanted, 200).at("enabled"), true);
}

TEST(WebhookSettings, ShowTheSecretOnlyWhenSaved) {
  TestWorld t;
  const Json saved = save(t, "webhook.create", kWanted, 200);
  Json expected = fixtureJson("webhook_create_response.json").at("results");
  for (const auto& [name, value] : expected.items()) EXPECT_EQ(saved.at(name).type(), value.type()) << name;
  EXPECT_FALSE(t.results("webhook.info", {{"webhookId", saved.at("id")}}).contains("secretToken"));
}

TEST(WebhookSettings, NeedKnownTypesAndAtLeastOneChange) {
  TestWorld t;
  Json unknown = kWanted;
  unknown["webhookType"] = "application.updated";
  EXPECT_EQ(t.call("webhook.create", unknown).at("success"), false);
  const Json id = save(t, "webhook.create", kWanted, 200).at("id");
  EXPECT_EQ(t.errorCode("webhook.update", {{"webhookId", id}}), "invalid_input");
}

TEST(WebhookSiblings, OfAHireShareTheActionId) {
  TestWorld t;
  for (const char* type : {"candidateHire", "candidateStageChange", "applicationUpdate"}) t.webhook(type);
  const Json ids = t.world.newHires.add({{"hire", false}}, t.now);
  t.deliver();
  t.world.recruiting.hire(textOf(ids, "applicationId"), t.now);
  const auto bodies = t.deliver();
  ASSERT_EQ(bodies.size(), 3U);
  EXPECT_EQ(bodies[0].at("action"), "candidateHire");
  EXPECT_EQ(bodies[1].at("action"), "candidateStageChange");
  EXPECT_EQ(bodies[2].at("action"), "applicationUpdate");
  for (const Json& body : bodies) {
    EXPECT_EQ(body.at("webhookActionId"), bodies[0].at("webhookActionId"));
    EXPECT_EQ(body.at("data").at("application").at("status"), "Hired");
    EXPECT_FALSE(body.at("data").at("application").contains("applicationHistory"));
  }
  EXPECT_EQ(bodies[0].at("data").at("offer").at("id"), ids.at("offerId"));
  EXPECT_FALSE(bodies[2].at("data").contains("offer"));
}

TEST(WebhookSiblings, GoOnlyToTypesThatAreSubscribed) {
  TestWorld t;
  t.webhook("applicationUpdate");
  const Json ids = t.world.newHires.add({{"offer", "none"}}, t.now);
  for (const Json& body : t.deliver()) EXPECT_EQ(body.at("action"), "applicationUpdate");
}

TEST(WebhookSiblings, OfAHireWithoutAnAcceptedOfferCarryNone) {
  TestWorld t;
  t.webhook("candidateHire");
  t.world.newHires.add({{"offer", "pending"}}, t.now);
  const auto bodies = t.deliver();
  ASSERT_EQ(bodies.size(), 1U);
  EXPECT_FALSE(bodies[0].at("data").contains("offer"));
}

TEST(WebhookSiblings, FireForConfidentialJobsToo) {
  TestWorld t;
  t.webhook("candidateHire");
  t.world.newHires.add({{"confidential", true}}, t.now);
  EXPECT_EQ(t.deliver().size(), 1U);
}

class Retries : public testing::Test {
 protected:
  void SetUp() override {
    t.webhook("candidateHire");
    ids = t.world.newHires.add(Json::object(), t.now);
  }

  const Delivery& delivery() { return t.world.outbox.deliveries().rbegin()->second; }

  TestWorld t;
  Json ids;
};

TEST_F(Retries, ComeAtExponentialDelaysTenAttemptsInAll) {
  std::vector<Millis> delays;
  while (delivery().state == DeliveryState::pending) {
    const Millis before = t.now;
    t.now = t.world.outbox.nextDue().value();
    if (!delivery().attempts.empty()) delays.push_back((t.now - before) / 1000);
    EXPECT_EQ(t.deliver(500).size(), 1U);
  }
  EXPECT_THAT(delays, testing::ElementsAre(10, 30, 70, 150, 310, 630, 1270, 2550, 5110));
  EXPECT_EQ(delivery().attempts.size(), 10U);
  EXPECT_EQ(delivery().state, DeliveryState::failed);
}

TEST_F(Retries, NeverComeBeforeTheirTime) {
  t.deliver(500);
  t.now += 9'999;
  EXPECT_TRUE(t.deliver().empty());
  t.now += 1;
  EXPECT_EQ(t.deliver().size(), 1U);
  EXPECT_EQ(delivery().state, DeliveryState::succeeded);
}

TEST_F(Retries, NeverFollowFiveStatuses) {
  for (const int status : {401, 403, 404, 405, 410}) {
    t.deliver();
    ASSERT_TRUE(t.world.outbox.redeliver(delivery().id, t.now));
    t.deliver(status);
    EXPECT_EQ(delivery().state, DeliveryState::failed) << status;
  }
}

TEST_F(Retries, FollowEveryOtherFailure) {
  for (const int status : {0, 301, 302, 307, 400, 422, 429, 500, 503}) {
    t.deliver();
    ASSERT_TRUE(t.world.outbox.redeliver(delivery().id, t.now));
    t.deliver(status);
    EXPECT_EQ(delivery().state, DeliveryState::pending) << status;
    t.now += 10'000;
  }
}

TEST_F(Retries, CarryTheSnapshotOfEventTime) {
  const std::string before = delivery().body;
  t.deliver(500);
  t.world.recruiting.unhire(textOf(ids, "applicationId"), t.now);
  t.now += 10'000;
  const auto again = t.world.due(t.now);
  ASSERT_EQ(again.size(), 1U);
  EXPECT_EQ(again[0].body, before);
}

TEST_F(Retries, EndWhenTheSettingIsDisabledOrDeleted) {
  t.deliver(500);
  t.world.outbox.update(t.world.outbox.settings().begin()->first, {false, std::nullopt, std::nullopt});
  t.now += 10'000;
  EXPECT_TRUE(t.deliver().empty());
  EXPECT_EQ(delivery().state, DeliveryState::cancelled);
}

}  // namespace
}  // namespace ashby_simulator::test
