// Tests the choices of admins and reviewers through the real host and the real plugin: the host's lists,
// edits, settings files, Ashby's choices, and why somebody isn't here.
#include "acme/host_process.hpp"

namespace host_stub_test {
namespace {

class Choices : public testing::Test {
 protected:
  std::string path(const std::string& rest) const { return "/api/connections/" + connected.id + rest; }
  HttpAnswer save(const Json& settings) {
    return connected.host.call("PUT", path("/settings"), integration::dumpJson(settings));
  }

  Connected connected;
};

TEST_F(Choices, OfTheHostsListsAreSuggestedAndRemembered) {
  ASSERT_EQ(
      connected.host.call("PUT", "/api/lists/departments", R"({"values":["Engineering","Sales"]})").status,
      200);
  connected.hire(R"({"department":"R&D"})");
  const Json hire = connected.newHires(1)[0];
  EXPECT_EQ(hire["fields"]["department"], nullptr);
  ASSERT_EQ(hire["suggestions"].size(), 1U) << hire;
  EXPECT_EQ(hire["suggestions"][0]["source"], "R&D");
  const std::string one = "/api/new-hires/" + hire["id"].get<std::string>();
  const HttpAnswer wrong =
      connected.host.call("POST", one + "/promote", R"({"fields":{"department":"R&D"}})");
  EXPECT_EQ(wrong.status, 422) << wrong.body;
  EXPECT_EQ(
      connected.host.call("POST", one + "/promote", R"({"fields":{"department":"Engineering"}})").status,
      200);
  connected.hire(R"({"department":"R&D","email":"next@home.example"})");
  EXPECT_EQ(connected.newHires(1)[0]["fields"]["department"], "Engineering");
}

TEST_F(Choices, OfAReviewerAreKeptAndBecomeTheMembers) {
  connected.hire("{}");
  const std::string one = "/api/new-hires/" + connected.newHires(1)[0]["id"].get<std::string>();
  const HttpAnswer edited =
      connected.host.call("PATCH", one, R"({"fields":{"employmentStartDate":"2027-01-11"}})");
  EXPECT_EQ(edited.status, 200) << edited.body;
  EXPECT_EQ(edited.json()["fields"]["employmentStartDate"], "2027-01-11");
  EXPECT_EQ(connected.host.call("PATCH", one, R"({"fields":{"shoeSize":"44"}})").status, 422);
  const HttpAnswer added = connected.host.call("POST", one + "/promote", "{}");
  EXPECT_EQ(added.json()["person"]["employmentStartDate"], "2027-01-11") << added.body;
}

TEST_F(Choices, ThatMakeNoSenseAreNamed) {
  const HttpAnswer answer = save({{"fields", {{"jobTitle", false}}}, {"payPeriod", "annual"}});
  EXPECT_EQ(answer.status, 422);
  EXPECT_EQ(answer.json()["issues"][0]["path"], "fields/jobTitle") << answer.body;
  EXPECT_EQ(connected.connection()["settings"]["payPeriod"], nullptr);
}

TEST_F(Choices, GoThroughAFile) {
  ASSERT_EQ(save({{"fields", {{"middleName", false}}}, {"payPeriod", "annual"}}).status, 200);
  const std::string file = connected.host.call("GET", path("/settings")).body;
  ASSERT_EQ(save({{"fields", nullptr}, {"payPeriod", nullptr}}).status, 200);
  ASSERT_EQ(connected.host.call("PUT", path("/settings"), file).status, 200);
  EXPECT_EQ(connected.connection()["settings"]["payPeriod"], "annual");
  EXPECT_EQ(connected.connection()["settings"]["fields"]["middleName"], false);
}

TEST_F(Choices, AreListedFromAshby) {
  connected.ashby("POST", "/_control/custom-fields", R"({"title":"Shirt size","objectType":"Candidate"})");
  const Json fields = connected.host.call("GET", path("/choices/customField")).json()["data"];
  ASSERT_EQ(fields.size(), 1U) << fields;
  EXPECT_EQ(fields[0]["name"], "Shirt size");
  EXPECT_EQ(connected.host.call("GET", path("/choices/shoe")).status, 422);
}

TEST_F(Choices, OfWhomToImportExplainWhySomebodyIsNotHere) {
  connected.hire(R"({"hire":false,"offer":"pending","email":"ada@home.example"})");
  const HttpAnswer answer = connected.host.call("GET", path("/why?q=ada%40home.example"));
  EXPECT_EQ(answer.json()["state"], "not_hired") << answer.body;
}

}  // namespace
}  // namespace host_stub_test
