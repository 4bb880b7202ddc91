#include "acme/host_process.hpp"

namespace host_stub_test {
namespace {

TEST(NewHireImport, ShowsTheEightFieldsOfTheHelpPage) {
  Connected connected;
  connected.hire(
      R"({"name":"Nadia Ines Okoye","email":"nadia@example.org","phone":"+44 7700 900123","jobTitle":"Backend Engineer",
                     "department":"Engineering","team":"Platform","startDate":"2027-01-04","salary":91500.50,"currency":"GBP"})");
  const Json hires = connected.newHires(1);
  ASSERT_EQ(hires.size(), 1U);
  const Json expected = {{"firstName", "Nadia"},
                         {"middleName", "Ines"},
                         {"lastName", "Okoye"},
                         {"personalEmail", "nadia@example.org"},
                         {"personalPhoneNumber", "+447700900123"},
                         {"jobTitle", "Backend Engineer"},
                         {"department", "Engineering"},
                         {"employmentStartDate", "2027-01-04"},
                         {"salaryAmount", "91500.5"},
                         {"salaryCurrency", "GBP"}};
  for (const auto& [name, value] : expected.items()) EXPECT_EQ(hires[0]["fields"][name], value) << name;
}

TEST(NewHireImport, OutlivesTheHostInEachState) {
  Connected connected;
  connected.hire(R"({"name":"Amara Okafor"})");
  connected.hire(R"({"name":"Bela Bartok"})");
  const Json hires = connected.newHires(2);
  ASSERT_EQ(hires.size(), 2U);
  const std::string added = hires[0]["id"].get<std::string>(), deleted = hires[1]["id"].get<std::string>();
  const HttpAnswer first =
      connected.host.call("POST", "/api/new-hires/" + added + "/promote", R"({"fields":{"middleName":"Z"}})");
  ASSERT_EQ(first.status, 200) << first.body;
  const HttpAnswer again =
      connected.host.call("POST", "/api/new-hires/" + added + "/promote", R"({"ifVersion":"1"})");
  EXPECT_EQ(again.status, 200);
  EXPECT_EQ(again.json()["alreadyAdded"], true);
  EXPECT_EQ(again.json()["person"]["id"], first.json()["person"]["id"]);
  EXPECT_EQ(connected.host.call("DELETE", "/api/new-hires/" + added).status, 409);
  EXPECT_EQ(connected.host.call("DELETE", "/api/new-hires/" + deleted).status, 204);
  EXPECT_EQ(connected.host.call("DELETE", "/api/new-hires/" + deleted).status, 204);
  EXPECT_EQ(connected.host.stop(), 0);

  connected.host.start();
  EXPECT_EQ(connected.newHires(1, "discarded").size(), 1U);
  EXPECT_EQ(connected.host.call("POST", "/api/new-hires/" + deleted + "/restore").status, 200);
  EXPECT_EQ(connected.newHires(1)[0]["id"], deleted);
  EXPECT_EQ(connected.host.call("GET", "/api/people").json()["total"], 1);
}

TEST(NewHireImport, IsRefusedAsAMemberFieldByField) {
  Connected connected;
  connected.hire(R"({"name":"Ichiro"})");
  const std::string id = connected.newHires(1)[0]["id"].get<std::string>();
  const HttpAnswer refused = connected.host.call("POST", "/api/new-hires/" + id + "/promote",
                                                 R"({"fields":{"jobTitle":null,"shoeSize":"44"}})");
  EXPECT_EQ(refused.status, 422);
  EXPECT_EQ(refused.json()["issues"].size(), 3U) << refused.body;
  const HttpAnswer stale =
      connected.host.call("POST", "/api/new-hires/" + id + "/promote", R"({"ifVersion":"1"})");
  EXPECT_EQ(stale.status, 409);
  EXPECT_EQ(stale.json()["hire"]["id"], id);
}

TEST(NewHireImport, SkipsOldHireEditedTodayAndSaysWhy) {
  Connected connected;
  const std::string application =
      connected.hire(R"({"name":"Old Timer","hiredAt":"2023-05-02T09:00:00.000Z"})");
  connected.ashby("PATCH", "/_control/applications/" + application, R"({"customFields":[]})");
  std::string reason;
  EXPECT_TRUE(eventually([&] {
    const Json why =
        connected.host.call("GET", "/api/connections/" + connected.id + "/why?q=" + application).json();
    reason = integration::dumpJson(why);
    return why["state"] == "ignored";
  })) << reason;
  EXPECT_NE(reason.find("hired before"), std::string::npos) << reason;
  EXPECT_EQ(connected.newHires(0).size(), 0U);
}

TEST(NewHireImport, IsNotLostToAnAshbyThatFailsInEveryWay) {
  for (const char* fault :
       {R"({"kind":"status","status":403,"times":2})",
        R"({"kind":"status","status":429,"retryAfter":1,"times":2})",
        R"({"kind":"status","status":500,"times":2})", R"({"kind":"html","status":502,"times":2})",
        R"({"kind":"halfBody","times":2})", R"({"kind":"drop","times":2})"}) {
    Connected connected;
    ASSERT_TRUE(eventually([&] { return !connected.connection()["lastWebhookAt"].is_null(); }));
    connected.ashby("POST", "/_control/faults", fault);
    connected.hire(R"({"name":"Amara Okafor"})");
    EXPECT_EQ(connected.newHires(1).size(), 1U) << fault << connected.activity();
    bool seen = false;
    for (const Json& line : connected.activity())
      seen |= line["outcome"] == "failed" || line["outcome"] == "retrying" || line["attempts"] > 1;
    EXPECT_TRUE(seen) << fault << connected.activity();
  }
}

TEST(MemberApi, IsShownToAViewerWithoutPayAndPrivateContacts) {
  Connected connected;
  connected.hire(R"({"name":"Amara Okafor","email":"amara@example.org"})");
  const std::string id = connected.newHires(1)[0]["id"].get<std::string>();
  ASSERT_EQ(connected.host.call("POST", "/api/new-hires/" + id + "/promote").status, 200);
  const std::string viewer = connected.host.newUser("Vic", "viewer");
  const Json person = connected.host.callAs(viewer, "GET", "/api/people").json()["data"][0];
  EXPECT_EQ(person["firstName"], "Amara");
  for (const char* hidden : {"salaryAmount", "salaryCurrency", "personalEmail", "personalPhoneNumber"})
    EXPECT_FALSE(person.contains(hidden)) << hidden;
  EXPECT_EQ(connected.host.callAs(viewer, "GET", "/api/new-hires").status, 403);
}

}  // namespace
}  // namespace host_stub_test
