// Tests rules of the whole HTTP API: rights, and the pages of a collection.
#include "acme/acme_host.hpp"

namespace host_stub_test {
namespace {

// Rows hold the expected status for each user; 404 for a record of another company.
TEST(ApiRights, AsksForATokenThenTheRightThenTheCompanysOwn) {
  Connected connected;
  connected.hire(R"({"name":"Amara Okafor"})");
  const std::string hire = connected.newHires(1)[0]["id"].get<std::string>();
  const std::string admin = connected.host.newUser("Adam", "admin");
  const std::string hr = connected.host.newUser("Hal", "hr");
  const std::string viewer = connected.host.newUser("Vic", "viewer");
  const std::string stranger = connected.host.newUser("Sam", "owner", "other");
  struct Row {
    std::string method, path;
    int admin, hr, viewer, stranger;
  };
  const std::string connection = "/api/connections/" + connected.id, newHire = "/api/new-hires/" + hire;
  const std::vector<Row> rows = {
      {"GET", "/api/integrations", 200, 403, 403, 200},
      {"GET", "/api/connections", 200, 403, 403, 200},
      {"GET", connection, 200, 403, 403, 404},
      {"GET", connection + "/settings", 200, 403, 403, 404},
      {"PUT", connection + "/settings", 200, 403, 403, 404},
      {"POST", connection + "/enable", 200, 403, 403, 404},
      {"POST", connection + "/sync", 202, 403, 403, 404},
      {"GET", connection + "/activity", 200, 403, 403, 404},
      {"GET", connection + "/why?q=x", 200, 403, 403, 404},
      {"POST", connection + "/activity/none/retry", 404, 403, 403, 404},
      {"POST", connection + "/rotate-secret", 200, 403, 403, 404},
      {"POST", connection + "/disable", 200, 403, 403, 404},
      {"DELETE", "/api/connections/none", 404, 403, 403, 404},
      {"GET", "/api/new-hires", 200, 200, 403, 200},
      {"GET", newHire, 200, 200, 403, 404},
      {"POST", newHire + "/restore", 200, 200, 403, 404},
      {"POST", newHire + "/promote", 200, 200, 403, 404},
      {"POST", newHire + "/link", 422, 422, 403, 404},
      {"DELETE", newHire, 409, 409, 403, 404},
      {"GET", "/api/lists", 200, 200, 403, 200},
      {"GET", "/api/lists/departments", 200, 200, 403, 200},
      {"PUT", "/api/lists/departments", 422, 403, 403, 422},
      {"GET", "/api/member-form", 200, 200, 403, 200},
      {"PUT", "/api/member-form", 200, 403, 403, 200},
      {"GET", "/api/notifications", 200, 403, 403, 200},
      {"GET", "/api/notifications/settings", 200, 403, 403, 200},
      {"PUT", "/api/notifications/settings", 422, 403, 403, 422},
      {"GET", "/api/audit", 200, 403, 403, 200},
      {"GET", "/api/why?q=x", 200, 200, 403, 200},
      {"GET", "/api/people", 200, 200, 200, 200},
      {"GET", "/api/people/none", 404, 404, 404, 404},
      {"GET", "/api/nowhere", 404, 404, 404, 404},
      {"PATCH", "/api/people", 405, 405, 405, 405},
  };
  for (const Row& row : rows) {
    const auto status = [&](const std::string& token) {
      return connected.host.callAs(token, row.method, row.path).status;
    };
    EXPECT_EQ(status("no such token"), 401) << row.method << " " << row.path;
    EXPECT_EQ(status(viewer), row.viewer) << row.method << " " << row.path;
    EXPECT_EQ(status(stranger), row.stranger) << row.method << " " << row.path;
    EXPECT_EQ(status(hr), row.hr) << row.method << " " << row.path;
    EXPECT_EQ(status(admin), row.admin) << row.method << " " << row.path;
  }
}

// The same for the routes that only Acme's plugin offers.
TEST(ApiRights, AsksForTheRightToWhatAPluginMayOfferToo) {
  AcmeHost acme;
  const std::string id = acme.connect(), hire = "/api/new-hires/" + acme.stage(id, "a1");
  const std::string connection = "/api/connections/" + id;
  const std::string admin = acme.host.newUser("Adam", "admin"), hr = acme.host.newUser("Hal", "hr");
  const std::string viewer = acme.host.newUser("Vic", "viewer");
  const std::string stranger = acme.host.newUser("Sam", "owner", "other");
  struct Row {
    std::string method, path, body;
    int admin, hr, viewer, stranger;
  };
  const std::vector<Row> rows = {
      {"POST", connection + "/catch-up", R"({"from":"2026-01-01"})", 202, 403, 403, 404},
      {"GET", connection + "/catch-up/c1", "", 200, 403, 403, 404},
      {"DELETE", connection + "/catch-up/c1", "", 204, 403, 403, 404},
      {"GET", connection + "/choices/department", "", 200, 403, 403, 404},
      {"POST", connection + "/activity/retry", "", 202, 403, 403, 404},
      {"PATCH", hire, R"({"fields":{"jobTitle":"x"}})", 200, 200, 403, 404},
      {"GET", hire + "/files/f1", "", 200, 200, 403, 404},
  };
  for (const Row& row : rows) {
    const auto status = [&](const std::string& token) {
      return acme.host.callAs(token, row.method, row.path, row.body).status;
    };
    EXPECT_EQ(status("no such token"), 401) << row.method << " " << row.path;
    EXPECT_EQ(status(viewer), row.viewer) << row.method << " " << row.path;
    EXPECT_EQ(status(stranger), row.stranger) << row.method << " " << row.path;
    EXPECT_EQ(status(admin), row.admin) << row.method << " " << row.path;
    EXPECT_EQ(status(hr), row.hr) << row.method << " " << row.path;
  }
}

TEST(ApiRights, TakesTheSchemeOfATokenInAnyCase) {
  AcmeHost acme;
  const std::string token = acme.host.newUser("Hal", "hr");
  for (const char* scheme : {"Bearer ", "bearer ", "BEARER "}) {
    const auto answer =
        acme.host.send("GET", acme.host.url() + "/api/people", "", {{"Authorization", scheme + token}});
    EXPECT_EQ(answer.status, 200) << scheme;
  }
  for (const std::string& wrong :
       {"Basic " + token, "Bearer" + token, token, std::string("Bearer"), std::string()})
    EXPECT_EQ(acme.host.send("GET", acme.host.url() + "/api/people", "", {{"Authorization", wrong}}).status,
              401)
        << wrong;
}

TEST(ApiRights, RefusesACursorThatTheListHasNotGiven) {
  Connected connected;
  connected.host.call("POST", "/api/connections", R"({"integration":"ashby","name":"more"})");
  const std::string activity = "/api/connections/" + connected.id + "/activity";
  const Json page = connected.host.call("GET", "/api/connections?$limit=1").json();
  const std::string ofAnother = page["nextCursor"].get<std::string>();
  for (const std::string& path : {std::string("/api/people"), std::string("/api/new-hires"),
                                  std::string("/api/notifications"), std::string("/api/audit"), activity}) {
    for (const std::string& cursor : {std::string("zzz"), std::string("%22%22"), ofAnother}) {
      const HttpAnswer answer = connected.host.call("GET", path + "?cursor=" + cursor);
      EXPECT_EQ(answer.status, 422) << path << " " << cursor;
      EXPECT_EQ(issuePaths(answer), std::vector<std::string>{"cursor"}) << path << " " << cursor;
    }
  }
  EXPECT_EQ(connected.host.call("GET", "/api/connections?cursor=zzz").status, 422);
}

TEST(ApiRights, PagesEveryCollectionToItsEndByCursor) {
  Connected connected;
  for (const char* name : {"Ada One", "Bea Two", "Cyd Three"}) {
    connected.hire(integration::dumpJson({{"name", name}}));
    connected.host.call("POST", "/api/connections", R"({"integration":"ashby","name":"more"})");
  }
  for (const Json& hire : connected.newHires(3))
    connected.host.call("POST", "/api/new-hires/" + hire["id"].get<std::string>() + "/promote");
  const std::vector<std::string> paths = {"/api/connections?", "/api/people?",
                                          "/api/audit?action=connection.&", "/api/new-hires?state=promoted&",
                                          "/api/connections/" + connected.id + "/activity?"};
  for (const std::string& path : paths) {
    const Json all = connected.host.call("GET", path + "x=").json();
    EXPECT_FALSE(all.contains("nextCursor")) << path;
    std::vector<Json> paged;
    std::string cursor;
    for (int pages = 0; pages < 50; ++pages) {
      const Json page = connected.host.call("GET", path + "$limit=1&cursor=" + cursor).json();
      EXPECT_EQ(page["total"], all["total"]) << path;
      for (const Json& one : page["data"]) paged.push_back(one["id"]);
      if (!page.contains("nextCursor")) break;
      cursor = page["nextCursor"].get<std::string>();
    }
    std::vector<Json> ids;
    for (const Json& one : all["data"]) ids.push_back(one["id"]);
    EXPECT_GE(ids.size(), 3U) << path;
    EXPECT_EQ(paged, ids) << path;
  }
}

}  // namespace
}  // namespace host_stub_test
