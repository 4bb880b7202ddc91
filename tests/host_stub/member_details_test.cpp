// Tests the platform's own fields of a member, which plugins don't know.
#include <gmock/gmock.h>

#include <thread>

#include "acme/acme_host.hpp"

namespace host_stub_test {
namespace {

const Json kDetails = {{"workEmail", "amara@acme.example"},
                       {"employeeNumber", "A-7"},
                       {"roleEffectiveDate", "2027-02-01"},
                       {"remoteCity", "Porto"},
                       {"remoteCountry", "PT"}};
const Json kNoDetails = {{"workEmail", nullptr},
                         {"employeeNumber", nullptr},
                         {"roleEffectiveDate", nullptr},
                         {"remoteCity", nullptr},
                         {"remoteCountry", nullptr}};

// A host with one staged hire.
struct OneHire {
  AcmeHost acme;
  std::string connection = acme.connect();
  std::string path = "/api/new-hires/" + acme.stage(connection, "a1");

  HttpAnswer edit(const Json& fields) { return acme.call("PATCH", path, {{"fields", fields}}); }
  HttpAnswer promote(const Json& fields = Json::object()) {
    return acme.call("POST", path + "/promote", {{"fields", fields}});
  }
  Json details() { return acme.get(path)["memberDetails"]; }
};

TEST(MemberDetailsApi, AreSavedWithHireFieldsAndShownOnMember) {
  OneHire hire;
  Json fields = kDetails;
  fields["jobTitle"] = "Architect";
  const HttpAnswer added = hire.promote(fields);
  ASSERT_EQ(added.status, 200) << added.body;
  const Json person = added.json()["person"];
  for (const auto& [name, value] : fields.items()) EXPECT_EQ(person[name], value) << name;
  EXPECT_EQ(hire.acme.get("/api/people/" + person["id"].get<std::string>()), person);
  EXPECT_EQ(hire.details(), kDetails);
  EXPECT_EQ(hire.acme.get(hire.path)["personId"], person["id"]);
}

TEST(MemberDetailsApi, AreKeptOfAnEditUntilTheMemberIsMade) {
  OneHire hire;
  EXPECT_EQ(hire.details(), kNoDetails);
  const HttpAnswer edited = hire.edit({{"workEmail", " amara@acme.example "}, {"remoteCity", "Porto"}});
  ASSERT_EQ(edited.status, 200) << edited.body;
  EXPECT_EQ(edited.json()["memberDetails"]["workEmail"], "amara@acme.example");
  EXPECT_EQ(hire.edit({{"remoteCity", nullptr}}).json()["memberDetails"]["remoteCity"], nullptr);
  EXPECT_EQ(hire.acme.call("PATCH", hire.path, {{"fields", {{"remoteCity", "Lagos"}}}}).status, 200);
  EXPECT_EQ(hire.acme.call("PATCH", hire.path, {{"revert", {"remoteCity"}}}).status, 200);
  hire.acme.host.kill();
  hire.acme.host.start();
  EXPECT_EQ(hire.details()["workEmail"], "amara@acme.example");
  const Json person = hire.promote({{"employeeNumber", "A-7"}}).json()["person"];
  EXPECT_EQ(person["workEmail"], "amara@acme.example");
  EXPECT_EQ(person["employeeNumber"], "A-7");
  EXPECT_EQ(person["remoteCity"], nullptr);
}

TEST(MemberDetailsApi, ThatAreWrongOrOfAnOldVersionChangeNothing) {
  OneHire hire;
  const Json before = hire.acme.get(hire.path);
  const HttpAnswer wrong = hire.edit({{"workEmail", "amara"}, {"jobTitle", "Architect"}});
  EXPECT_EQ(wrong.status, 422);
  EXPECT_EQ(issuePaths(wrong), std::vector<std::string>{"workEmail"});
  for (const char* way : {"PATCH", "POST"}) {
    const std::string path = hire.path + (way == std::string("POST") ? "/promote" : "");
    const HttpAnswer stale =
        hire.acme.call(way, path, {{"fields", {{"workEmail", "amara@acme.example"}}}, {"ifVersion", "0"}});
    EXPECT_EQ(stale.status, 409) << way;
    EXPECT_EQ(stale.json()["hire"], before) << way;
  }
  EXPECT_EQ(hire.edit({{"workEmail", "amara@acme.example"}, {"shoeSize", "44"}}).status, 422);
  EXPECT_EQ(hire.acme.get(hire.path), before);
}

TEST(MemberDetailsApi, SurviveACrashWhileAddingMember) {
  OneHire hire;
  hire.acme.setMode(hire.connection, "dies adding");
  EXPECT_ANY_THROW(hire.promote(kDetails));
  hire.acme.host.kill();
  hire.acme.host.start();
  ASSERT_TRUE(eventually([&] { return hire.acme.get(hire.path)["state"] == "promoted"; }));
  const Json people = hire.acme.get("/api/people");
  ASSERT_EQ(people["total"], 1) << people;
  for (const auto& [name, value] : kDetails.items()) EXPECT_EQ(people["data"][0][name], value) << name;
}

TEST(MemberDetailsApi, StayWhereABusyHireIsDeletedInVain) {
  OneHire hire;
  hire.acme.setMode(hire.connection, "dies adding");
  EXPECT_ANY_THROW(hire.promote(kDetails));
  hire.acme.host.kill();
  hire.acme.host.start();
  EXPECT_EQ(hire.acme.call("DELETE", hire.path).status, 409);
  ASSERT_TRUE(eventually([&] { return hire.acme.get("/api/people")["total"] == 1; }));
  EXPECT_EQ(hire.acme.get("/api/people")["data"][0]["workEmail"], "amara@acme.example");
}

TEST(MemberDetailsApi, TwoMadeAtOnceShareNoWorkEmail) {
  AcmeHost acme;
  const std::string connection = acme.connect();
  for (int round = 0; round < 10; ++round) {
    const std::string n = std::to_string(round), email = "amara" + n + "@acme.example";
    std::vector<std::string> hires;
    for (const char* which : {"a", "b"}) hires.push_back(acme.stage(connection, which + n));
    std::vector<HttpAnswer> answers(2);
    std::vector<std::thread> reviewers;
    for (std::size_t i = 0; i < hires.size(); ++i)
      reviewers.emplace_back([&, i] {
        answers[i] = acme.call("POST", "/api/new-hires/" + hires[i] + "/promote",
                               {{"fields", {{"workEmail", i == 0 ? email : " " + email}}}});
      });
    for (std::thread& reviewer : reviewers) reviewer.join();
    if (answers[0].status != 200) std::swap(answers[0], answers[1]);
    EXPECT_EQ(answers[0].status, 200) << answers[0].body;
    EXPECT_EQ(answers[1].status, 422) << answers[1].body;
    EXPECT_EQ(issuePaths(answers[1]), std::vector<std::string>{"workEmail"});
    EXPECT_EQ(acme.get("/api/people")["total"], round + 1);
  }
}

TEST(MemberDetailsApi, GoWithDeletedOrErasedHireOrPurge) {
  AcmeHost acme;
  const std::string connection = acme.connect();
  const auto edited = [&](const std::string& application) {
    const std::string path = "/api/new-hires/" + acme.stage(connection, application);
    acme.call("PATCH", path, {{"fields", {{"workEmail", application + "@acme.example"}}}});
    return path;
  };
  const std::string deleted = edited("deleted"), erased = edited("erased"), purged = edited("purged");
  ASSERT_NE(acme.everything().find("erased@acme.example"), std::string::npos);
  EXPECT_EQ(acme.call("DELETE", deleted).status, 204);
  EXPECT_EQ(acme.call("POST", deleted + "/restore").json()["memberDetails"], kNoDetails);
  EXPECT_EQ(acme.call("DELETE", erased + "?erase=true").status, 204);
  EXPECT_EQ(acme.everything().find("erased@acme.example"), std::string::npos);
  EXPECT_EQ(acme.get(purged)["memberDetails"]["workEmail"], "purged@acme.example");
  EXPECT_EQ(acme.call("DELETE", "/api/connections/" + connection + "?data=purge").status, 204);
  EXPECT_EQ(acme.everything().find("purged@acme.example"), std::string::npos);
}

TEST(MemberDetailsApi, GoThroughTheRealPluginToo) {
  Connected connected;
  connected.hire(R"({"name":"Ichiro"})");
  const std::string hire = "/api/new-hires/" + connected.newHires(1)[0]["id"].get<std::string>();
  connected.host.call("PUT", "/api/member-form", R"({"required":["workEmail"]})");
  EXPECT_EQ(issuePaths(connected.host.call("POST", hire + "/promote")),
            (std::vector<std::string>{"lastName", "workEmail"}));
  const Json edited =
      connected.host.call("PATCH", hire, R"({"fields":{"workEmail":"ichiro@acme.example"}})").json();
  EXPECT_EQ(edited["memberDetails"]["workEmail"], "ichiro@acme.example");
  const HttpAnswer added = connected.host.call(
      "POST", hire + "/promote",
      R"({"fields":{"lastName":"Suzuki","salaryAmount":"1e5","salaryCurrency":"JPY","roleEffectiveDate":"2027-02-01"}})");
  ASSERT_EQ(added.status, 200) << added.body;
  EXPECT_EQ(added.json()["person"]["workEmail"], "ichiro@acme.example");
  EXPECT_EQ(added.json()["person"]["roleEffectiveDate"], "2027-02-01");
  EXPECT_EQ(added.json()["person"]["salaryAmount"], "100000");
}

}  // namespace
}  // namespace host_stub_test
