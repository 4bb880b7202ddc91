#include "acme/acme_host.hpp"

namespace host_stub_test {
namespace {

TEST(AuditTrail, SaysWhoDidWhatNewestFirst) {
  AcmeHost acme;
  const std::string connection = acme.connectDisabled();
  const std::string admin = acme.host.newUser("Adam", "admin");
  acme.call("PUT", "/api/lists/departments", {{"values", {"Design"}}});
  acme.host.callAs(admin, "POST", "/api/connections/" + connection + "/enable");
  acme.call("PUT", "/api/member-form", {{"required", {"workEmail"}}});
  const Json all = acme.get("/api/audit");
  EXPECT_EQ(all["total"], 4);
  EXPECT_EQ(all["data"][0]["action"], "member-form.change");
  EXPECT_EQ(all["data"][1]["action"], "connection.enable");
  EXPECT_EQ(all["data"][1]["subject"], connection);
  EXPECT_EQ(all["data"][1]["actor"]["name"], "Adam");
  EXPECT_FALSE(all["data"][1]["actor"]["id"].get<std::string>().empty());
  EXPECT_EQ(all["data"][3]["action"], "connection.create");

  EXPECT_EQ(acme.get("/api/audit?action=connection.")["total"], 2);
  EXPECT_EQ(acme.get("/api/audit?action=list")["data"][0]["subject"], "departments");
  const Json adams = acme.get("/api/audit?actor=Adam");
  EXPECT_EQ(adams["total"], 1);
  EXPECT_EQ(acme.get("/api/audit?actor=" + adams["data"][0]["actor"]["id"].get<std::string>()), adams);
}

TEST(AuditTrail, SaysNothingOfAKeyThatIsRefused) {
  const Connected ashby;
  const std::string settings = "/api/audit?action=connection.settings";
  const Json before = ashby.host.call("GET", settings).json();
  const HttpAnswer refused =
      ashby.host.call("PUT", "/api/connections/" + ashby.id + "/settings", R"({"apiKey":"unknown"})");
  EXPECT_EQ(refused.status, 422) << refused.body;
  EXPECT_EQ(ashby.host.call("GET", settings).json(), before);
}

TEST(AuditTrail, OfAnotherCompanyIsNotShown) {
  AcmeHost acme;
  acme.connect();
  const std::string stranger = acme.host.newUser("Sam", "owner", "other");
  EXPECT_EQ(acme.host.callAs(stranger, "GET", "/api/audit").json()["total"], 0);
}

}  // namespace
}  // namespace host_stub_test
