// Tests the list of new hires: filters by start, and counts by department.
#include <gmock/gmock.h>

#include "acme/acme_host.hpp"

namespace host_stub_test {
namespace {

std::vector<std::string> firstNames(const Json& page) {
  std::vector<std::string> names;
  for (const Json& hire : page["data"]) names.push_back(hire["fields"]["firstName"].get<std::string>());
  return names;
}

TEST(NewHireListApi, IsFilteredByStartDateAndCountsItsDepartments) {
  Connected connected;
  connected.hire(R"({"name":"Ann Zimmer","startDate":"2027-03-01","department":"Sales"})");
  connected.hire(R"({"name":"Bob Young","startDate":"2027-01-01","department":"Design"})");
  connected.hire(R"({"name":"Cem Aydin","startDate":"2027-02-01","department":"Design"})");
  ASSERT_EQ(connected.newHires(3).size(), 3U);
  const auto list = [&](const std::string& query) {
    return connected.host.call("GET", "/api/new-hires?sort=employmentStartDate" + query);
  };
  const Json page = list("&startsFrom=2027-01-01&startsUntil=2027-02-01&$limit=1").json();
  EXPECT_EQ(page["total"], 2);
  EXPECT_THAT(firstNames(page), testing::ElementsAre("Bob"));
  EXPECT_EQ(page["departments"],
            (Json{{{"name", "Design"}, {"count", 2}}, {{"name", "Sales"}, {"count", 1}}}));
  EXPECT_THAT(firstNames(list("&startsFrom=2027-02-01").json()), testing::ElementsAre("Cem", "Ann"));
  EXPECT_EQ(list("&state=promoted").json()["departments"], Json::array());
  const HttpAnswer refused = list("&startsFrom=2027-02-30");
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(issuePaths(refused), testing::ElementsAre("startsFrom"));
  EXPECT_THAT(issuePaths(list("&startsUntil=soon")), testing::ElementsAre("startsUntil"));
}

TEST(NewHireListApi, CountsDepartmentsWithTheBlankOneLast) {
  AcmeHost acme;
  const std::string first = acme.connect("first"), second = acme.connect("second");
  acme.stage(first, "a1", {{"department", "Sales"}});
  acme.stage(first, "a2");
  acme.stage(second, "a3", {{"department", "Sales"}});
  acme.stage(second, "a4", {{"department", "Design"}});
  EXPECT_EQ(acme.get("/api/new-hires")["departments"], (Json{{{"name", "Design"}, {"count", 1}},
                                                             {{"name", "Sales"}, {"count", 2}},
                                                             {{"name", ""}, {"count", 1}}}));
}

}  // namespace
}  // namespace host_stub_test
