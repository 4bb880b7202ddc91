#include <fstream>

#include "acme/host_process.hpp"

namespace host_stub_test {
namespace {

TEST(ConnectionSettings, GoesThroughTheHelpPageUntilItIsActive) {
  Connected connected;
  EXPECT_TRUE(eventually([&] { return !connected.connection()["lastWebhookAt"].is_null(); }));
  EXPECT_EQ(connected.connection()["state"], "waiting");
  connected.hire(R"({"name":"Amara Okafor"})");
  EXPECT_TRUE(eventually([&] { return connected.connection()["state"] == "active"; }))
      << connected.connection();
  EXPECT_GE(connected.secretToken.size(), 32U);
}

TEST(ConnectionSettings, IsRefusedAKeyThatLacksOffersWithWhatToTick) {
  Connected connected;
  const Json key =
      connected.ashby("POST", "/_control/api-keys",
                      R"({"title":"x","scopes":["candidates:read","jobs:read","organization:read"]})");
  const HttpAnswer answer = connected.host.call("PUT", "/api/connections/" + connected.id + "/settings",
                                                integration::dumpJson({{"apiKey", key["key"]}}));
  EXPECT_EQ(answer.status, 422);
  ASSERT_EQ(answer.json()["issues"].size(), 1U) << answer.body;
  EXPECT_EQ(answer.json()["issues"][0]["path"], "apiKey");
  EXPECT_NE(answer.body.find("Offers"), std::string::npos);
  EXPECT_EQ(connected.connection()["settings"]["apiKey"].get<std::string>().substr(12),
            connected.apiKey.substr(connected.apiKey.size() - 4));
}

TEST(ConnectionSettings, TakesTheKeyBeforeOrAfterItIsEnabled) {
  Connected connected;
  const std::string second =
      connected.host.call("POST", "/api/connections", R"({"integration":"ashby","name":"second"})")
          .json()["id"]
          .get<std::string>();
  EXPECT_EQ(connected.host
                .call("PUT", "/api/connections/" + second + "/settings",
                      integration::dumpJson({{"apiKey", connected.apiKey}}))
                .status,
            200);
  EXPECT_EQ(connected.host.call("POST", "/api/connections/" + second + "/enable").status, 200);
  EXPECT_EQ(connected.host.call("GET", "/api/connections/" + second).json()["state"], "waiting");
}

TEST(ConnectionSettings, SavesNothingWhereAshbyCannotBeReached) {
  Connected connected;
  connected.ashby("POST", "/_control/faults", R"({"kind":"drop"})");
  const HttpAnswer answer =
      connected.host.call("PUT", "/api/connections/" + connected.id + "/settings", R"({"apiKey":"another"})");
  EXPECT_EQ(answer.status, 503) << answer.body;
  EXPECT_NE(connected.connection()["settings"]["apiKey"], "••••ther");
}

TEST(ConnectionSettings, TakesItsOwnSettingsBackFromAFile) {
  Connected connected;
  const std::string path = "/api/connections/" + connected.id + "/settings";
  const HttpAnswer file = connected.host.call("GET", path);
  EXPECT_EQ(file.status, 200);
  EXPECT_EQ(file.body.find("apiKey"), std::string::npos) << file.body;
  const HttpAnswer saved = connected.host.call("PUT", path, file.body);
  EXPECT_EQ(saved.status, 200) << saved.body << file.body;
  EXPECT_EQ(connected.host.call("GET", path).body, file.body);
}

TEST(ConnectionSettings, IsNothingToAnotherCompanyAndForbiddenToHr) {
  Connected connected;
  const std::string other = connected.host.newUser("Bob", "owner", "other");
  const std::string hr = connected.host.newUser("Hal", "hr");
  EXPECT_EQ(connected.host.callAs(other, "GET", "/api/connections/" + connected.id).status, 404);
  EXPECT_EQ(connected.host.callAs(other, "GET", "/api/connections").json()["total"], 0);
  EXPECT_EQ(connected.host.callAs(hr, "GET", "/api/connections").status, 403);
  EXPECT_EQ(connected.host.callAs("nobody", "GET", "/api/connections").status, 401);
}

TEST(ConnectionSettings, KeepsItsKeyAndTokenNowhereInClear) {
  Connected connected;
  connected.hire(R"({"name":"Amara Okafor"})");
  ASSERT_EQ(connected.newHires(1).size(), 1U);
  connected.host.kill();
  for (const auto& entry : std::filesystem::recursive_directory_iterator(connected.host.data())) {
    std::ifstream in(entry.path(), std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(in), {});
    EXPECT_EQ(bytes.find(connected.apiKey), std::string::npos) << entry.path();
    EXPECT_EQ(bytes.find(connected.secretToken), std::string::npos) << entry.path();
  }
  EXPECT_EQ(connected.host.log().find(connected.apiKey), std::string::npos);
  EXPECT_EQ(connected.host.log().find("Amara"), std::string::npos);
}

TEST(ConnectionSettings, ThatIsDeletedLeavesItsHandledIdsToTheNext) {
  Connected connected;
  const std::string application = connected.hire(R"({"name":"Amara Okafor"})");
  const Json hire = connected.newHires(1);
  ASSERT_EQ(hire.size(), 1U);
  EXPECT_EQ(connected.host.call("DELETE", "/api/new-hires/" + hire[0]["id"].get<std::string>()).status, 204);
  EXPECT_EQ(connected.host.call("DELETE", "/api/connections/" + connected.id + "?data=keep").status, 204);
  EXPECT_EQ(connected.host.call("GET", "/api/connections/" + connected.id).status, 404);
  EXPECT_EQ(connected.deliver("{}").status, 404);

  const std::string next =
      connected.host.call("POST", "/api/connections", R"({"integration":"ashby","name":"next"})")
          .json()["id"]
          .get<std::string>();
  const Json why = connected.host.call("GET", "/api/connections/" + next + "/why?q=" + application).json();
  EXPECT_EQ(why["state"], "discarded") << why;
}

TEST(ConnectionSettings, RotatedTokenTakesBothForADay) {
  Connected connected;
  const std::string old = connected.secretToken;
  const Json rotated =
      connected.host.call("POST", "/api/connections/" + connected.id + "/rotate-secret").json();
  const std::string ping = R"({"action":"ping","data":{"webhookActionType":"ping"}})";
  const std::string fresh = rotated["secretToken"].get<std::string>();
  EXPECT_NE(fresh, old);
  EXPECT_EQ(connected.deliverSigned(ping, sign(old, ping)).status, 200);
  EXPECT_EQ(connected.deliverSigned(ping, sign(fresh, ping)).status, 200);
  EXPECT_EQ(connected.deliverSigned(ping, sign(old, ping)).status, 200);
}

}  // namespace
}  // namespace host_stub_test
