// Tests edits of a new hire, its files, and restoring it.
#include <gmock/gmock.h>

#include "acme/acme_host.hpp"

namespace host_stub_test {
namespace {

TEST(HireEdit, IsKeptOnTheNewHire) {
  AcmeHost acme;
  const std::string hire = "/api/new-hires/" + acme.stage(acme.connect(), "a1");
  const HttpAnswer edited =
      acme.call("PATCH", hire, {{"fields", {{"jobTitle", "Architect"}}}, {"revert", {"department"}}});
  ASSERT_EQ(edited.status, 200) << edited.body;
  EXPECT_EQ(edited.json()["fields"]["jobTitle"], "Architect");
  EXPECT_EQ(edited.json()["fields"]["department"], "of the source");
  EXPECT_EQ("/api/new-hires/" + edited.json()["id"].get<std::string>(), hire);
  EXPECT_EQ(acme.get(hire)["fields"]["jobTitle"], "Architect");
}

TEST(HireEdit, MayTakeBackAnEarlierOneAlone) {
  AcmeHost acme;
  const std::string hire = "/api/new-hires/" + acme.stage(acme.connect(), "a1");
  const HttpAnswer reverted = acme.call("PATCH", hire, {{"revert", {"jobTitle"}}});
  ASSERT_EQ(reverted.status, 200) << reverted.body;
  EXPECT_EQ(reverted.json()["fields"]["jobTitle"], "of the source");
}

TEST(HireEdit, ThatIsWrongIsRefusedFieldByField) {
  AcmeHost acme;
  const std::string hire = "/api/new-hires/" + acme.stage(acme.connect(), "a1");
  const HttpAnswer unknown = acme.call("PATCH", hire, {{"fields", {{"shoeSize", "44"}}}});
  EXPECT_EQ(unknown.status, 422);
  EXPECT_EQ(issuePaths(unknown), std::vector<std::string>{"shoeSize"});
  EXPECT_EQ(acme.call("PATCH", hire, {{"filds", {{"jobTitle", "x"}}}}).status, 422);
  EXPECT_EQ(acme.call("PATCH", hire + "x", {{"fields", {{"jobTitle", "x"}}}}).status, 404);
}

TEST(HireEdit, OfAnOldVersionIs409WithTheHireAsItIsNow) {
  AcmeHost acme;
  const std::string hire = "/api/new-hires/" + acme.stage(acme.connect(), "a1");
  const std::string version = acme.get(hire)["version"].get<std::string>();
  const Json edit = {{"fields", {{"jobTitle", "Architect"}}}, {"ifVersion", version}};
  EXPECT_EQ(acme.call("PATCH", hire, edit).status, 200);
  const HttpAnswer stale = acme.call("PATCH", hire, edit);
  EXPECT_EQ(stale.status, 409);
  EXPECT_EQ(stale.json()["hire"]["fields"]["jobTitle"], "Architect");
  EXPECT_NE(stale.json()["hire"]["version"], version);
}

TEST(HireFileApi, IsALinkThatHrMayFollow) {
  AcmeHost acme;
  const std::string hire = "/api/new-hires/" + acme.stage(acme.connect(), "a1");
  const HttpAnswer link = acme.host.callAs(acme.host.newUser("Hal", "hr"), "GET", hire + "/files/f1");
  ASSERT_EQ(link.status, 200) << link.body;
  EXPECT_EQ(link.json(), (Json{{"name", "offer.pdf"}, {"url", "https://acme.example/f1"}}));
  EXPECT_EQ(acme.call("GET", hire + "/files/f2").status, 404);
}

TEST(RestoreApi, WithTheSourceOutOfReachIs503AndChangesNothing) {
  AcmeHost acme;
  const std::string connection = acme.connect();
  const std::string hire = "/api/new-hires/" + acme.stage(connection, "a1");
  ASSERT_EQ(acme.call("DELETE", hire).status, 204);
  acme.setMode(connection, "away");
  const Json before = acme.get(hire);
  EXPECT_EQ(acme.call("POST", hire + "/restore").status, 503);
  EXPECT_EQ(acme.get(hire), before);
  acme.setMode(connection, "");
  EXPECT_EQ(acme.call("POST", hire + "/restore").json()["state"], "staged");
}

TEST(ErasedHire, IsInNoFileOfTheHost) {
  AcmeHost acme;
  const std::string connection = acme.connect();
  const std::string hire =
      "/api/new-hires/" + acme.stage(connection, "a1", {{"personalEmail", "amara.okafor@example.org"}});
  acme.stage(connection, "a2", {{"personalEmail", "bela.bartok@example.org"}});
  acme.call("PATCH", hire, {{"fields", {{"jobTitle", "Architect"}}}});
  ASSERT_NE(acme.everything().find("amara.okafor@example.org"), std::string::npos);
  EXPECT_EQ(acme.call("DELETE", hire + "?erase=true").status, 204);
  const std::string left = acme.everything();
  EXPECT_EQ(left.find("amara.okafor@example.org"), std::string::npos);
  EXPECT_NE(left.find("bela.bartok@example.org"), std::string::npos);
}

// Acme withdraws both hires, and has erased the first.
TEST(ErasedHire, LeavesNoDraftIfPluginErasedIt) {
  AcmeHost acme;
  const std::string connection = acme.connect();
  for (const char* id : {"a1", "a2"}) {
    const std::string hire = "/api/new-hires/" + acme.stage(connection, id);
    acme.call("PATCH", hire, {{"fields", {{"workEmail", std::string(id) + "@acme.example"}}}});
  }
  acme.deliver(connection, {{"hire", {{"id", "a1"}, {"fields", Json::object()}, {"state", "withdrawn"}}}});
  acme.deliver(connection,
               {{"hire", {{"id", "a2"}, {"fields", {{"firstName", "Bela"}}}, {"state", "withdrawn"}}}});
  acme.host.stop();
  acme.host.start();
  EXPECT_TRUE(eventually([&] { return acme.everything().find("a1@acme.example") == std::string::npos; }));
  EXPECT_NE(acme.everything().find("a2@acme.example"), std::string::npos);
}

}  // namespace
}  // namespace host_stub_test
