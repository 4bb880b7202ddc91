// Tests the catch-up, the activity with its filters, and the choices that the source offers.
#include <gmock/gmock.h>

#include "acme/acme_host.hpp"
#include "host_net/scripted_server.hpp"

namespace host_stub_test {
namespace {

TEST(CatchUpApi, IsStartedWatchedAndCancelled) {
  AcmeHost acme;
  const std::string path = "/api/connections/" + acme.connect() + "/catch-up";
  const HttpAnswer started = acme.call("POST", path, {{"from", "2026-01-01"}, {"dryRun", true}});
  ASSERT_EQ(started.status, 202) << started.body;
  const std::string one = path + "/" + started.json()["id"].get<std::string>();
  EXPECT_EQ(acme.get(one)["state"], "listing");
  EXPECT_EQ(acme.get(one)["dryRun"], true);
  EXPECT_EQ(acme.call("DELETE", one).status, 204);
  EXPECT_EQ(acme.get(one)["state"], "cancelled");
  EXPECT_EQ(acme.call("GET", path + "/none").status, 404);
}

TEST(CatchUpApi, NamesWhatIsWrongWithIt) {
  AcmeHost acme;
  const std::string path = "/api/connections/" + acme.connect() + "/catch-up";
  EXPECT_EQ(issuePaths(acme.call("POST", path, {{"from", "yesterday"}})), std::vector<std::string>{"from"});
  EXPECT_EQ(issuePaths(acme.call("POST", path)), std::vector<std::string>{"from"});
  EXPECT_EQ(issuePaths(acme.call("POST", path, {{"from", "2026-01-01"}, {"until", "x"}})),
            std::vector<std::string>{"until"});
}

TEST(ActivityApi, IsFilteredByKindAndOutcome) {
  AcmeHost acme;
  const std::string path = "/api/connections/" + acme.connect() + "/activity";
  EXPECT_EQ(acme.get(path)["total"], 3);
  EXPECT_EQ(acme.get(path + "?kind=promote")["total"], 1);
  EXPECT_EQ(acme.get(path + "?outcome=ok")["total"], 2);
  EXPECT_EQ(acme.get(path + "?kind=import&outcome=ok")["total"], 0);
  const HttpAnswer wrong = acme.call("GET", path + "?outcome=splendid");
  EXPECT_EQ(wrong.status, 422);
  EXPECT_EQ(issuePaths(wrong), std::vector<std::string>{"outcome"});
}

TEST(ActivityApi, IsRetriedAsAWhole) {
  AcmeHost acme;
  EXPECT_EQ(acme.call("POST", "/api/connections/" + acme.connect() + "/activity/retry").status, 202);
}

TEST(SourceChoicesApi, SaysWhatThereIsToChooseFrom) {
  AcmeHost acme;
  const std::string path = "/api/connections/" + acme.connect() + "/choices/";
  const Json choices = acme.get(path + "department");
  EXPECT_EQ(choices["total"], 2);
  EXPECT_EQ(choices["data"][1]["name"], "Engineering");
  EXPECT_EQ(acme.call("GET", path + "weather").status, 422);
}

TEST(SourceChoicesApi, IsAskedWhileAPersonWaitsWithTimeEnough) {
  host_stub::test::ScriptedServer source([](host_stub::test::ScriptedServer::Visit& visit) {
    visit.readRequest();
    visit.send(host_stub::test::okAnswer("{}"));
  });
  AcmeHost acme({"--route", "https://acme.example=http://127.0.0.1:" + std::to_string(source.port())});
  const Json why = acme.get("/api/connections/" + acme.connect() + "/why?q=x");
  EXPECT_EQ(why["found"], true) << why;
  EXPECT_GE(std::stoi(why["reason"].get<std::string>()), 15000) << why;
}

TEST(SettingsAnswer, AreAFileThatIsTakenBackWithoutTheirSecrets) {
  AcmeHost acme;
  const std::string first = acme.connect(), second = acme.connect();
  const std::string path = "/api/connections/" + first + "/settings";
  ASSERT_EQ(acme.call("PUT", path, {{"apiKey", "a long and secret key"}, {"mode", "away"}}).status, 200);
  const HttpAnswer file = acme.call("GET", path);
  EXPECT_EQ(file.json(), (Json{{"mode", "away"}})) << file.body;
  EXPECT_THAT(file.headers.at("Content-Disposition"),
              testing::HasSubstr("attachment; filename=\"acme-settings.json\""));
  EXPECT_EQ(acme.host.call("PUT", path, file.body).status, 200);
  EXPECT_EQ(acme.host.call("PUT", "/api/connections/" + second + "/settings", file.body).status, 200);
  EXPECT_EQ(acme.get("/api/connections/" + second)["settings"]["mode"], "away");
  EXPECT_NE(acme.get("/api/connections/" + first)["settings"]["apiKey"], nullptr);
}

}  // namespace
}  // namespace host_stub_test
