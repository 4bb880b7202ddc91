// Tests the explanation of an import across all connections.
#include "acme/acme_host.hpp"

namespace host_stub_test {
namespace {

TEST(ExplanationAcrossConnections, HasAnAnswerForEachConnection) {
  AcmeHost acme;
  const std::string first = acme.connect("first"), second = acme.connect("second");
  acme.stage(first, "a1");
  acme.setMode(second, "away");
  const HttpAnswer asked = acme.host.callAs(acme.host.newUser("Hal", "hr"), "GET", "/api/why?q=a1");
  ASSERT_EQ(asked.status, 200) << asked.body;
  EXPECT_EQ(asked.json()["data"], Json::array({{{"connectionId", first},
                                                {"connectionName", "first"},
                                                {"found", true},
                                                {"state", "staged"},
                                                {"reason", "It is among the new hires."},
                                                {"people", Json::array()}},
                                               {{"connectionId", second},
                                                {"connectionName", "second"},
                                                {"found", false},
                                                {"state", "unknown"},
                                                {"reason", "It can't say now: Acme can't be reached."},
                                                {"people", Json::array()}}}));
}

TEST(ExplanationAcrossConnections, NeedsToBeToldWhomItIsAbout) {
  AcmeHost acme;
  const HttpAnswer nobody = acme.call("GET", "/api/why?q=");
  EXPECT_EQ(nobody.status, 422);
  EXPECT_EQ(issuePaths(nobody), std::vector<std::string>{"q"});
  EXPECT_EQ(acme.get("/api/why?q=a1")["data"], Json::array());
}

}  // namespace
}  // namespace host_stub_test
