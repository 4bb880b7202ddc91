#include <gmock/gmock.h>

#include "acme/acme_host.hpp"

namespace host_stub_test {
namespace {

TEST(CompanyListApi, IsReadAndReplacedAndTellsWhatIsWrong) {
  AcmeHost acme;
  EXPECT_EQ(acme.get("/api/lists")["total"], 4);
  EXPECT_EQ(acme.get("/api/lists/departments"), (Json{{"kind", "departments"}, {"values", Json::array()}}));
  const HttpAnswer saved = acme.call("PUT", "/api/lists/departments", {{"values", {" Sales ", "Design"}}});
  EXPECT_EQ(saved.json()["values"], (Json{"Sales", "Design"})) << saved.body;
  EXPECT_EQ(acme.get("/api/lists")["data"][0]["values"], (Json{"Sales", "Design"}));
  EXPECT_THAT(issuePaths(acme.call("PUT", "/api/lists/departments", {{"values", {"Sales", "sales", ""}}})),
              testing::ElementsAre("values/1", "values/2"));
  EXPECT_THAT(issuePaths(acme.call("PUT", "/api/lists/departments", {{"values", {1}}})),
              testing::ElementsAre("values/0"));
  EXPECT_THAT(issuePaths(acme.call("PUT", "/api/lists/departments")), testing::ElementsAre("values"));
  EXPECT_THAT(issuePaths(acme.call("PUT", "/api/lists/departments", {{"values", {"x"}}, {"more", 1}})),
              testing::ElementsAre("more"));
  EXPECT_EQ(acme.call("GET", "/api/lists/shoeSizes").status, 404);
  EXPECT_EQ(acme.call("PUT", "/api/lists/shoeSizes", {{"values", {"44"}}}).status, 404);
}

TEST(CompanyListApi, DecidesWhatAMembersFieldMaySay) {
  AcmeHost acme;
  const std::string hire = "/api/new-hires/" + acme.stage(acme.connect(), "a1", {{"department", "Sales"}});
  acme.call("PUT", "/api/lists/departments", {{"values", {"Design"}}});
  const HttpAnswer refused = acme.call("POST", hire + "/promote");
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(issuePaths(refused), testing::ElementsAre("department"));
  acme.call("PATCH", hire, {{"fields", {{"department", "Design"}}}});
  EXPECT_EQ(acme.call("POST", hire + "/promote").status, 200);
}

}  // namespace
}  // namespace host_stub_test
