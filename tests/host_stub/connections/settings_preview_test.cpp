// Tests the preview of changed settings: it shows their effect and changes nothing.
#include <gmock/gmock.h>

#include "acme/acme_host.hpp"

namespace host_stub_test {
namespace {

class SettingsDryRun : public testing::Test {
 protected:
  HttpAnswer put(const std::string& query, const Json& settings) {
    return connected.host.call("PUT", "/api/connections/" + connected.id + "/settings" + query,
                               integration::dumpJson(settings));
  }
  Json hires() { return connected.host.call("GET", "/api/new-hires").json(); }

  Connected connected;
};

TEST_F(SettingsDryRun, TellsHowManyHiresChangeAndNamesThree) {
  for (int i = 0; i < 4; ++i)
    connected.hire(integration::dumpJson({{"email", "p" + std::to_string(i) + "@example.org"}}));
  ASSERT_TRUE(eventually([&] { return hires()["total"] == 4; })) << hires();
  const std::string before =
      connected.host.call("GET", "/api/connections/" + connected.id + "/settings").body;
  const Json told = put("?dryRun=true", {{"fields", {{"personalPhoneNumber", false}}}}).json();
  EXPECT_EQ(told["dryRun"], true) << told;
  EXPECT_EQ(told["waiting"], 4);
  EXPECT_EQ(told["lookedAt"], 4);
  EXPECT_EQ(told["changes"], 4);
  ASSERT_EQ(told["examples"].size(), 3U);
  const Json& example = told["examples"][0];
  EXPECT_EQ(example["name"], "Nadia Okoye");
  EXPECT_EQ(example["field"], "personalPhoneNumber");
  EXPECT_EQ(example["before"], "+447700900123");
  EXPECT_EQ(example["after"], nullptr);
  EXPECT_EQ(connected.host.call("GET", "/api/new-hires/" + example["id"].get<std::string>()).status, 200);
  EXPECT_EQ(connected.host.call("GET", "/api/connections/" + connected.id + "/settings").body, before);
  const Json period = put("?dryRun=true", {{"payPeriod", "annual"}}).json();
  EXPECT_EQ(period["changes"], 4) << period;
}

TEST_F(SettingsDryRun, RefusesWhatSavingRefuses) {
  for (const Json& wrong :
       {Json{{"fields", {{"firstName", false}}}}, Json{{"importFrom", "soon"}}, Json{{"nonsense", 1}},
        Json{{"apiKey", "not-a-key"}}, Json{{"phoneRegion", "England"}}}) {
    const HttpAnswer dry = put("?dryRun=true", wrong), real = put("", wrong);
    EXPECT_EQ(dry.status, 422) << wrong;
    EXPECT_EQ(dry.status, real.status) << wrong;
    EXPECT_EQ(dry.json(), real.json());
  }
  EXPECT_EQ(put("?dryRun=perhaps", Json::object()).status, 422);
}

TEST_F(SettingsDryRun, KeepsNoKeyThatItTried) {
  const Json key =
      connected.ashby("POST", "/_control/api-keys", R"({"title":"x","scopes":["candidates:read"]})");
  EXPECT_EQ(put("?dryRun=true", {{"apiKey", key["key"]}}).status, 422);
  EXPECT_EQ(put("?dryRun=true", {{"apiKey", connected.apiKey}}).status, 200);
  EXPECT_EQ(connected.connection()["settings"]["apiKey"].get<std::string>().substr(12),
            connected.apiKey.substr(connected.apiKey.size() - 4));
}

TEST_F(SettingsDryRun, IsForbiddenToWhoMayNotSave) {
  const std::string hr = connected.host.newUser("Hal", "hr");
  EXPECT_EQ(
      connected.host.callAs(hr, "PUT", "/api/connections/" + connected.id + "/settings?dryRun=true", "{}")
          .status,
      403);
}

TEST(SettingsDryRunElsewhere, IsAnsweredThoughThePluginCanNotTell) {
  AcmeHost acme;
  const std::string id = acme.connect();
  const HttpAnswer told =
      acme.call("PUT", "/api/connections/" + id + "/settings?dryRun=true", {{"mode", "fails enabling"}});
  EXPECT_EQ(told.status, 200) << told.body;
  EXPECT_EQ(told.json()["changes"], nullptr);
  EXPECT_EQ(told.json()["examples"], Json::array());
  EXPECT_EQ(acme.get("/api/connections/" + id + "/settings").value("mode", ""), "");
}

TEST_F(SettingsDryRun, ListsThatChangeHaveTheConnectionCompare) {
  connected.hire(R"({"department":"Engineering"})");
  ASSERT_TRUE(eventually([&] { return hires()["total"] == 1; })) << hires();
  ASSERT_EQ(hires()["data"][0]["fields"]["department"], "Engineering");
  connected.host.call("PUT", "/api/lists/departments", R"({"values":["Product"]})");
  EXPECT_TRUE(eventually([&] { return hires()["data"][0]["fields"]["department"].is_null(); })) << hires();
}

}  // namespace
}  // namespace host_stub_test
