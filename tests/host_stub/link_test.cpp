// Tests a new hire who is a member already.
#include "acme/acme_host.hpp"

namespace host_stub_test {
namespace {

// A member, and a hire who is the same person.
struct Rehire {
  AcmeHost acme;
  std::string connection = acme.connect();
  std::string first = "/api/new-hires/" + acme.stage(connection, "a1");
  std::string person = acme.call("POST", first + "/promote").json()["person"]["id"].get<std::string>();
  std::string hire =
      "/api/new-hires/" + acme.stage(connection, "a2", {{"jobTitle", "Architect"}, {"department", "Design"}});

  HttpAnswer link(const Json& fields, const Json& more = Json::object()) {
    Json body = {{"personId", person}, {"fields", fields}};
    for (const auto& [name, value] : more.items()) body[name] = value;
    return acme.call("POST", hire + "/link", body);
  }
  Json member() { return acme.get("/api/people/" + person); }
  bool isUnlinked() {
    return acme.get(hire)["state"] == "staged" && acme.get(hire)["personId"].is_null() &&
           member()["sources"].size() == 1;
  }
};

TEST(HireLink, MakesNoMemberAndChangesNamedFieldsOnly) {
  Rehire rehire;
  rehire.acme.call("PATCH", rehire.hire, {{"fields", {{"workEmail", "amara@acme.example"}}}});
  Json expected = rehire.member();
  const HttpAnswer linked = rehire.link({"jobTitle", "workEmail"});
  ASSERT_EQ(linked.status, 200) << linked.body;
  expected["jobTitle"] = "Architect";
  expected["workEmail"] = "amara@acme.example";
  expected["sources"].push_back({{"source", "acme"}, {"sourceId", "a2"}});
  EXPECT_EQ(linked.json(), (Json{{"person", expected}, {"alreadyAdded", true}}));
  EXPECT_EQ(rehire.member(), expected);
  EXPECT_EQ(rehire.acme.get("/api/people")["total"], 1);
  EXPECT_EQ(rehire.acme.get(rehire.hire)["state"], "promoted");
  EXPECT_EQ(rehire.acme.get(rehire.hire)["personId"], rehire.person);
  EXPECT_EQ(rehire.link({"department"}).json(), linked.json());
  EXPECT_EQ(rehire.acme.call("POST", rehire.hire + "/promote").json(), linked.json());
  EXPECT_EQ(rehire.acme.get("/api/audit?action=new-hire.link")["total"], 1);
}

TEST(HireLink, OfNoFieldsChangesNothingOfTheMember) {
  Rehire rehire;
  Json expected = rehire.member();
  const HttpAnswer linked = rehire.link(Json::array());
  ASSERT_EQ(linked.status, 200) << linked.body;
  expected["sources"].push_back({{"source", "acme"}, {"sourceId", "a2"}});
  EXPECT_EQ(rehire.member(), expected);
}

TEST(HireLink, ThatIsWrongOrStaleLinksNothing) {
  Rehire rehire;
  const HttpAnswer unknown = rehire.link({"jobTitle", "shoeSize"});
  EXPECT_EQ(unknown.status, 422);
  EXPECT_EQ(issuePaths(unknown), std::vector<std::string>{"fields/1"});
  rehire.acme.call("PUT", "/api/lists/departments", {{"values", {"Sales"}}});
  EXPECT_EQ(issuePaths(rehire.link({"department"})), std::vector<std::string>{"department"});
  const HttpAnswer stale = rehire.link({"jobTitle"}, {{"ifVersion", "0"}});
  EXPECT_EQ(stale.status, 409);
  EXPECT_EQ(stale.json()["hire"], rehire.acme.get(rehire.hire));
  EXPECT_EQ(rehire.link({"jobTitle"}, {{"personId", "none"}}).status, 404);
  const std::string stranger = rehire.acme.host.newUser("Sam", "owner", "other");
  EXPECT_EQ(rehire.acme.host
                .callAs(stranger, "POST", rehire.hire + "/link", R"({"personId":")" + rehire.person + "\"}")
                .status,
            404);
  EXPECT_TRUE(rehire.isUnlinked());
}

TEST(HireLink, OfADeletedHireOrOneThatIsAnotherMemberIs409) {
  Rehire rehire;
  ASSERT_EQ(rehire.acme.call("DELETE", rehire.hire).status, 204);
  EXPECT_EQ(rehire.link({"jobTitle"}).status, 409);
  ASSERT_EQ(rehire.acme.call("POST", rehire.hire + "/restore").status, 200);
  EXPECT_TRUE(rehire.isUnlinked());
  ASSERT_EQ(rehire.acme.call("POST", rehire.hire + "/promote").status, 200);
  EXPECT_EQ(rehire.link({"jobTitle"}).status, 409);
  EXPECT_EQ(rehire.acme.get("/api/people")["total"], 2);
}

TEST(HireLink, IsFinishedThoughTheHostDiesOnTheWay) {
  Rehire rehire;
  rehire.acme.setMode(rehire.connection, "dies adding");
  EXPECT_ANY_THROW(rehire.link({"jobTitle"}));
  rehire.acme.host.kill();
  rehire.acme.host.start();
  ASSERT_TRUE(eventually([&] { return rehire.acme.get(rehire.hire)["state"] == "promoted"; }));
  EXPECT_EQ(rehire.acme.get("/api/people")["total"], 1);
  EXPECT_EQ(rehire.member()["jobTitle"], "Architect");
  EXPECT_EQ(rehire.link({"jobTitle"}).json()["alreadyAdded"], true);
}

TEST(HireLink, GivesTheRealPluginTheNameThatItsHireLacks) {
  Connected connected;
  connected.hire(R"({"name":"Amara Okafor"})");
  const std::string first = connected.newHires(1)[0]["id"].get<std::string>();
  const Json added = connected.host.call("POST", "/api/new-hires/" + first + "/promote").json()["person"];
  const std::string application = connected.hire(R"({"name":"Amara"})");
  const std::string hire = "/api/new-hires/" + connected.newHires(1)[0]["id"].get<std::string>();
  const Json body = {{"personId", added["id"]}, {"fields", Json::array()}};
  const HttpAnswer linked = connected.host.call("POST", hire + "/link", integration::dumpJson(body));
  ASSERT_EQ(linked.status, 200) << linked.body;
  EXPECT_EQ(linked.json()["person"]["lastName"], "Okafor");
  EXPECT_EQ(linked.json()["person"]["sources"][1]["sourceId"], application);
  EXPECT_EQ(connected.host.call("GET", hire).json()["state"], "promoted");
  EXPECT_EQ(connected.host.call("GET", "/api/people").json()["total"], 1);
}

}  // namespace
}  // namespace host_stub_test
