// Tests addresses with invisible characters over HTTP: at the edges they are left out, inside they are
// refused.
#include <gmock/gmock.h>

#include "acme/acme_host.hpp"

namespace host_stub_test {
namespace {

class UnseenSigns : public testing::Test {
 protected:
  // Stages a hire with these fields and adds it as a member, with the reviewer's fields.
  HttpAnswer added(const Json& ofSource, const Json& ofReviewer = Json::object()) {
    const std::string id = acme_.stage(connection_, "a" + std::to_string(++hires_), ofSource);
    return acme_.call("POST", "/api/new-hires/" + id + "/promote", {{"fields", ofReviewer}});
  }

  AcmeHost acme_;
  const std::string connection_ = acme_.connect();
  int hires_ = 0;
};

TEST_F(UnseenSigns, InsideAPersonalAddressAreRefused) {
  for (const char* address :
       {"nad\u200cia@home.example", "nadia@ho\u00adme.example", "nad\u2060ia@home.example",
        "nadia\u2009@home.example", "nadia@home\ufe0f.example", "na\u00a0dia@home.example"})
    for (const bool isOfSource : {true, false}) {
      const Json fields = {{"personalEmail", address}};
      const HttpAnswer answer = isOfSource ? added(fields) : added({}, fields);
      EXPECT_EQ(answer.status, 422) << address << answer.body;
      EXPECT_EQ(issuePaths(answer), std::vector<std::string>{"personalEmail"}) << address;
    }
  EXPECT_EQ(acme_.get("/api/people")["total"], 0);
}

TEST_F(UnseenSigns, AtTheEdgesOfAPersonalAddressAreLeftOut) {
  for (const char* address :
       {"\u2009nadia@home.example", "nadia@home.example\u00a0", "\ufeffnadia@home.example",
        "\u200bnadia@home.example\u200e", "nadia@home.example\u3000"})
    for (const bool isOfSource : {true, false}) {
      const Json fields = {{"personalEmail", address}};
      const HttpAnswer answer = isOfSource ? added(fields) : added({}, fields);
      ASSERT_EQ(answer.status, 200) << address << answer.body;
      EXPECT_EQ(answer.json()["person"]["personalEmail"], "nadia@home.example") << address;
    }
}

TEST_F(UnseenSigns, MakeNoSecondWorkAddressOfOne) {
  ASSERT_EQ(added({}, {{"workEmail", "ada@corp.example"}}).status, 200);
  for (const char* address :
       {"ada@corp.example\u00a0", "\ufeffada@corp.example", "ADA@corp.example\u200b",
        "\u2009Ada@Corp.example\u2060", "a\u00adda@corp.example", "ada@co\u200drp.example"}) {
    const HttpAnswer answer = added({}, {{"workEmail", address}});
    EXPECT_EQ(answer.status, 422) << address << answer.body;
    EXPECT_THAT(issuePaths(answer),
                testing::AllOf(testing::SizeIs(testing::Ge(1)), testing::Each("workEmail")))
        << address;
  }
  EXPECT_EQ(acme_.get("/api/people")["total"], 1);
}

}  // namespace
}  // namespace host_stub_test
