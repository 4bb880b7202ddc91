// Tests the states of a connection: the first that applies, and the text for each.
#include "support/connection.hpp"

namespace ashby::test {
namespace {

using testing::HasSubstr;

class Health : public Connection {
 protected:
  ConnectionState state() { return status().state; }
  void refuseKey() { ashby.world.api.keys.find(ashby.world.api.keys.all().begin()->first)->active = false; }
  void acceptKey() { ashby.world.api.keys.find(ashby.world.api.keys.all().begin()->first)->active = true; }
};

TEST_F(Health, PassesEachStateToActive) {
  EXPECT_EQ(state(), ConnectionState::disabled);
  EXPECT_EQ(status().health, "Not enabled yet.");
  enable();
  EXPECT_EQ(state(), ConnectionState::incomplete);
  EXPECT_THAT(status().health, HasSubstr("API key"));
  giveKey();
  EXPECT_EQ(state(), ConnectionState::waiting);
  EXPECT_THAT(status().health, HasSubstr("Application Updated"));
  EXPECT_EQ(ping(), 200);
  EXPECT_EQ(state(), ConnectionState::waiting);
  EXPECT_EQ(update(), 200);
  EXPECT_EQ(state(), ConnectionState::active);
  disable();
  EXPECT_EQ(state(), ConnectionState::disabled);
}

TEST_F(Health, RemembersADeliveryThatCameBeforeTheKey) {
  enable();
  update();
  EXPECT_EQ(state(), ConnectionState::incomplete);
  giveKey();
  EXPECT_EQ(state(), ConnectionState::active);
}

TEST_F(Health, TellsWhenAshbyGivesUpTheVersionOfItsApi) {
  connect();
  update();
  for (const auto& [word, text] :
       std::vector<std::pair<const char*, const char*>>{{"deprecated", "within three months"},
                                                        {"unsupported", "update the plugin now"},
                                                        {"removed", "update the plugin now"}}) {
    ashby.answerNext("application.list", 200, R"({"success":true,"results":[]})",
                     {{"Ashby-Version-Status", word}});
    pass(16 * kMinute);
    EXPECT_EQ(state(), ConnectionState::active);
    EXPECT_THAT(status().health, HasSubstr(text));
  }
  pass(16 * kMinute);
  EXPECT_THAT(status().health, testing::Not(HasSubstr("version")));
}

TEST_F(Health, CallsALackingPermissionSoInAnyForm) {
  connect();
  ashby.world.api.faults.add(
      {.kind = "errorForm", .endpoint = "offer.list", .status = 403, .code = "missing_endpoint_permission"});
  hire();
  deliver();
  settle();
  EXPECT_EQ(state(), ConnectionState::failing);
  EXPECT_THAT(status().health, HasSubstr("lacks the permission Offers"));
}

TEST_F(Health, TellsTheTimesOfTheLastDeliveryAndImport) {
  connect();
  EXPECT_EQ(status().lastWebhookAt, std::nullopt);
  EXPECT_EQ(status().lastImportAt, std::nullopt);
  hire();
  deliver();
  settle();
  EXPECT_EQ(status().lastWebhookAt, integration::formatTime(host.clock.now()));
  EXPECT_EQ(status().lastImportAt, integration::formatTime(host.clock.now()));
}

TEST_F(Health, RefusedKeyKeepsTheQueueAndRecovers) {
  connect();
  refuseKey();
  const std::string id = hire();
  deliver();
  settle();
  EXPECT_EQ(state(), ConnectionState::failing);
  EXPECT_THAT(status().health, HasSubstr("refuses the API key"));
  EXPECT_THAT(status().health, HasSubstr("Webhooks are still taken and kept"));
  EXPECT_EQ(ping(), 200);
  pass(2 * kHour);
  EXPECT_EQ(why(id).state, "waiting");
  acceptKey();
  pass(kHour);
  EXPECT_EQ(state(), ConnectionState::active);
  EXPECT_EQ(hireOf(id).state, HireState::staged);
}

TEST_F(Health, RecoversAtOnceWithANewKey) {
  connect();
  refuseKey();
  const std::string id = hire();
  deliver();
  pass(5 * kHour);
  EXPECT_EQ(state(), ConnectionState::failing);
  ashby.world.api.keys.add("new", ashby_simulator::ApiKeys::readScopes(), "a-new-key", host.clock.now());
  giveKey("a-new-key");
  EXPECT_EQ(state(), ConnectionState::active);
  settle();
  EXPECT_EQ(hireOf(id).state, HireState::staged);
}

TEST_F(Health, FailsWhenAPermissionIsLostAndNamesIt) {
  connect();
  auto& scopes = ashby.world.api.keys.find(ashby.world.api.keys.all().begin()->first)->scopes;
  scopes.erase("offers:read");
  const std::string id = hire();
  deliver();
  settle();
  EXPECT_EQ(state(), ConnectionState::failing);
  EXPECT_THAT(status().health, HasSubstr("the permission Offers"));
  scopes.insert("offers:read");
  pass(kMinute);
  EXPECT_EQ(state(), ConnectionState::active);
  EXPECT_EQ(hireOf(id).state, HireState::staged);
}

TEST_F(Health, FailsWhenNothingSucceededForFifteenMinutes) {
  connect();
  update();
  ashby.reachable = false;
  hire();
  deliver();
  pass(14 * kMinute);
  EXPECT_EQ(state(), ConnectionState::active);
  pass(2 * kMinute);
  EXPECT_EQ(state(), ConnectionState::failing);
  EXPECT_THAT(status().health, HasSubstr("Nothing could be read from Ashby since"));
  ashby.reachable = true;
  pass(kMinute);
  EXPECT_EQ(state(), ConnectionState::active);
}

TEST_F(Health, FailsWhileAHireIsUnimportedForADay) {
  connect();
  const std::string id = hire();
  deliver();
  ashby.fail("application.info", 500, id);
  pass(23 * kHour);
  EXPECT_EQ(state(), ConnectionState::active);
  pass(3 * kHour);
  EXPECT_EQ(state(), ConnectionState::failing);
  EXPECT_THAT(status().health, HasSubstr("A hire could not be imported for a day"));
  ashby.recover();
  pass(2 * kHour);
  EXPECT_EQ(state(), ConnectionState::active);
  EXPECT_EQ(hireOf(id).state, HireState::staged);
}

TEST_F(Health, ActivityShowsFailureAndRecovery) {
  connect();
  refuseKey();
  sync();
  pass(kMinute);
  EXPECT_EQ(activityOf("connection", "failed").size(), 1U);
  acceptKey();
  pass(kMinute);
  EXPECT_EQ(activityOf("connection", "ok").size(), 1U);
}

// --- mistakes in Ashby's webhook settings; for types and signatures see situations/webhook_setup_test.cpp

TEST_F(Health, SaysThatTwoWebhooksPointHere) {
  connect();
  for (int i = 0; i < 4; ++i) {
    const std::string id =
        ashby.world.newHires.add({{"name", "Ada Lovelace"}}, host.clock.now()).at("applicationId");
    const std::string body = R"({"webhookActionId":"action-)" + std::to_string(i) +
                             R"(","action":"applicationUpdate","data":{"application":{"id":")" + id +
                             R"(","status":"Hired"}}})";
    send(body);
    send(body);
  }
  EXPECT_THAT(status().health, HasSubstr("comes twice"));
}

TEST_F(Health, SaysThatTheWebhookIsSilentThoughHiresHappen) {
  connect();
  ping();
  hireUnseen();
  pass(kHour);
  ASSERT_EQ(hires().size(), 1U);
  pass(kHour);
  EXPECT_THAT(status().health, HasSubstr("silent"));
  hire({{"email", "ada@home.example"}});
  deliver();
  EXPECT_THAT(status().health, testing::Not(HasSubstr("silent")));
}

TEST_F(Health, SaysThatTheWebhookIsSilentThoughOthersCall) {
  connect();
  update();
  pass(kHour);
  ashby.world.outbox.muted = true;
  hire();
  for (int i = 0; i < 6; ++i) {
    pass(20 * kMinute);
    send(R"({"action":"applicationSubmit","data":{"application":{"id":"a-1","status":"Active"}}})");
  }
  EXPECT_THAT(status().health, HasSubstr("silent"));
}

}  // namespace
}  // namespace ashby::test
