// Tests the effects of a delivery, by the rows of the table that Ashby's retry rules require.
#include "support/connection.hpp"
#include "support/fixtures.hpp"

namespace ashby::test {
namespace {

using testing::HasSubstr;
using testing::SizeIs;

class Webhook : public Connected {};

TEST_F(Webhook, IsRefusedWith403WhileDisabled) {
  disable();
  EXPECT_EQ(ping(), 403);
  EXPECT_EQ(send("GET", "", ""), 403);
  EXPECT_EQ(send(R"({"action":"ping"})", "wrong secret"), 403);
}

TEST_F(Webhook, IsRefusedWith403BeforeTheFirstEnable) {
  FakeHost fresh;
  fresh.secrets.set(kWebhookSecret, {kSecretToken});
  FakeCall call(fresh, CallKind::handleWebhook);
  EXPECT_EQ(takeDelivery(call, {"POST", "", {}, "", "", 0}).httpStatus, 403);
}

TEST_F(Webhook, OfAnyMethodButPostIsAnswered405NamingPost) {
  for (const char* method : {"GET", "PUT", "HEAD", "DELETE", "post", ""}) {
    FakeCall call(host, CallKind::handleWebhook);
    const auto reply = takeDelivery(call, {method, "", {}, "", "", 0});
    EXPECT_EQ(reply.httpStatus, 405) << method;
    EXPECT_EQ(integration::findHeader(reply.headers, "Allow"), "POST");
  }
}

TEST_F(Webhook, OfAHireIsAnswered200OnlyOnceItIsDurableAndDue) {
  hire();
  const auto commits = host.store.commits();
  deliver();
  EXPECT_GT(host.store.commits(), commits);
  EXPECT_EQ(host.store.wakeAt(), host.clock.now());
  EXPECT_THAT(dump(), HasSubstr("inbox/"));
}

TEST_F(Webhook, AsksNothingOfAshbyItself) {
  hire();
  const auto calls = ashby.calls();
  deliver();
  EXPECT_EQ(ashby.calls(), calls);
}

TEST_F(Webhook, OfAPingIsAnswered200AndTold) {
  EXPECT_EQ(send(fixture("webhook_ping.raw")), 200);
  EXPECT_THAT(activityOf("webhook", "ok"), SizeIs(1));
}

TEST_F(Webhook, UnusableBodyIs200WithALine) {
  EXPECT_EQ(send("rubbish"), 200);
  EXPECT_EQ(send(""), 200);
  EXPECT_EQ(send(std::string(100000, '[')), 200);
  EXPECT_EQ(send(R"({"action":"applicationUpdate","data":{}})"), 200);
  EXPECT_THAT(activityOf("webhook", "ignored"), SizeIs(4));
  EXPECT_EQ(activityOf("webhook", "ignored").back().reason, "the body is not JSON");
}

TEST_F(Webhook, UnknownUnhiredApplicationWritesNothing) {
  update();
  hire({{"hire", false}, {"offer", "pending"}});
  const auto before = dump();
  const auto bodies = deliver();
  ASSERT_FALSE(bodies.empty());
  for (const char* other :
       {"webhook_candidateMerge.raw", "webhook_candidateDelete.raw", "webhook_offerUpdate.raw"})
    EXPECT_EQ(send(fixture(other)), 200);
  EXPECT_EQ(dump(), before);
}

TEST_F(Webhook, LastDeliveryIsWrittenEveryHalfMinute) {
  update();
  const std::string irrelevant = R"({"action":"jobUpdate","data":{}})";
  const auto commits = host.store.commits();
  pass(29 * kSecond);
  send(irrelevant);
  EXPECT_EQ(host.store.commits(), commits);
  pass(kSecond);
  send(irrelevant);
  EXPECT_EQ(host.store.commits(), commits + 1);
  EXPECT_EQ(status().lastWebhookAt, integration::formatTime(host.clock.now()));
}

TEST_F(Webhook, SignedWithAnySecretThatIsValidNowIsTaken) {
  host.secrets.set(kWebhookSecret, {"the newer", kSecretToken});
  EXPECT_EQ(send(fixture("webhook_ping.raw"), "the newer"), 200);
  EXPECT_EQ(send(fixture("webhook_ping.raw"), kSecretToken), 200);
}

TEST_F(Webhook, ReadsSecretsAgainBeforeRefusingSignature) {
  host.secrets.setUnseen(kWebhookSecret, {"rotated by another host"});
  EXPECT_EQ(send(fixture("webhook_ping.raw"), "rotated by another host"), 200);
  EXPECT_EQ(send(fixture("webhook_ping.raw"), kSecretToken), 401);
}

TEST_F(Webhook, IsVerifiedOverTheRawBytes) {
  const std::string raw = fixture("webhook_applicationUpdate_hired.raw");
  const std::string reformatted = fixture("webhook_applicationUpdate_hired.json");
  EXPECT_EQ(send("POST", reformatted, ashby_simulator::signatureOf(kSecretToken, raw)), 401);
}

class Signatures : public Webhook {
 protected:
  // Sends each line as a separate header.
  int sendSigned(const std::vector<std::string>& lines) {
    const std::string body = fixture("webhook_ping.raw");
    FakeCall call(host, CallKind::handleWebhook);
    std::vector<integration::Header> headers;
    for (const std::string& line : lines) headers.push_back({"Ashby-Signature", line});
    const integration::WebhookRequest request{"POST", "", headers, body, "203.0.113.5", host.clock.now()};
    return takeDelivery(call, request).httpStatus;
  }
  const std::string good = ashby_simulator::signatureOf(kSecretToken, fixture("webhook_ping.raw"));
  const std::string bad = "sha256=" + std::string(64, 'a');
};

TEST_F(Signatures, CountAlikeFoldedAndInLinesOfTheirOwn) {
  EXPECT_EQ(sendSigned({good}), 200);
  EXPECT_EQ(sendSigned({good, good}), 200);
  for (const char* comma : {", ", ",", " , ", ",\t"})
    EXPECT_EQ(sendSigned({good + comma + good}), 200) << comma;
  EXPECT_EQ(sendSigned({good + ", " + good, good}), 200);
  EXPECT_EQ(sendSigned({" " + good + " "}), 200);
}

TEST_F(Signatures, AreRefusedIfOneOfThemIsWrong) {
  for (const std::vector<std::string>& lines : std::vector<std::vector<std::string>>{{bad},
                                                                                     {good, bad},
                                                                                     {bad, good},
                                                                                     {good + ", " + bad},
                                                                                     {bad + ", " + good},
                                                                                     {good + ","},
                                                                                     {"," + good},
                                                                                     {good + ",," + good},
                                                                                     {good, ""},
                                                                                     {good + " " + good},
                                                                                     {good + ";" + good},
                                                                                     {good + good},
                                                                                     {""}})
    EXPECT_EQ(sendSigned(lines), 401) << lines.front();
}

TEST_F(Signatures, OfTwoSecretsThatAreValidNowBothHold) {
  host.secrets.set(kWebhookSecret, {"the newer", kSecretToken});
  const std::string newer = ashby_simulator::signatureOf("the newer", fixture("webhook_ping.raw"));
  EXPECT_EQ(sendSigned({good + ", " + newer}), 200);
  EXPECT_EQ(sendSigned({newer, good}), 200);
}

TEST_F(Signatures, AreRefusedIfThereAreTooManyToCompare) {
  std::string line = good;
  for (int i = 0; i < 100; ++i) line += ", " + good;
  EXPECT_EQ(sendSigned({line}), 401);
}

}  // namespace
}  // namespace ashby::test
