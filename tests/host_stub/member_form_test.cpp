// Tests the form that a company requires before a new hire can be added.
#include <gmock/gmock.h>

#include "acme/acme_host.hpp"

namespace host_stub_test {
namespace {

using testing::ElementsAre;

Json fieldOf(const Json& form, const std::string& name) {
  for (const Json& field : form["fields"])
    if (field["name"] == name) return field;
  return {};
}

TEST(MemberFormApi, ShowsEachFieldWithItsTitleAndWhatIsAskedOfIt) {
  AcmeHost acme;
  acme.call("PUT", "/api/lists/departments", {{"values", {"Design"}}});
  acme.call("PUT", "/api/lists/customFields", {{"values", {"T-shirt"}}});
  const Json form = acme.get("/api/member-form");
  EXPECT_EQ(form["assignEmployeeNumbers"], false);
  EXPECT_EQ(form["nextEmployeeNumber"], 1);
  EXPECT_EQ(form["fields"].size(), 31U);
  EXPECT_EQ(fieldOf(form, "firstName"), (Json{{"name", "firstName"},
                                              {"title", "First name"},
                                              {"required", true},
                                              {"locked", true},
                                              {"kind", "text"},
                                              {"options", Json::array()}}));
  EXPECT_EQ(fieldOf(form, "department")["options"], Json::array({"Design"}));
  EXPECT_EQ(fieldOf(form, "workEmail")["required"], false);
  EXPECT_EQ(fieldOf(form, "custom/T-shirt")["title"], "T-shirt");
}

TEST(MemberFormApi, IsTheCompanysToChangeAndTellsWhatIsWrong) {
  AcmeHost acme;
  const HttpAnswer changed =
      acme.call("PUT", "/api/member-form",
                {{"required", {"workEmail"}}, {"assignEmployeeNumbers", true}, {"nextEmployeeNumber", 17}});
  ASSERT_EQ(changed.status, 200) << changed.body;
  EXPECT_EQ(changed.json(), acme.get("/api/member-form"));
  EXPECT_EQ(fieldOf(changed.json(), "workEmail")["required"], true);
  EXPECT_EQ(changed.json()["nextEmployeeNumber"], 17);
  const HttpAnswer wrong = acme.call("PUT", "/api/member-form", {{"required", {"shoeSize", "equity", "x"}}});
  EXPECT_EQ(wrong.status, 422);
  EXPECT_THAT(issuePaths(wrong), ElementsAre("required/0", "required/2"));
  EXPECT_THAT(issuePaths(acme.call("PUT", "/api/member-form", {{"reqired", {"equity"}}})),
              ElementsAre("reqired"));
  EXPECT_EQ(acme.get("/api/member-form"), changed.json());
}

TEST(MemberFormApi, IsAskedWholeBeforeTheSourceHearsOfAnything) {
  AcmeHost acme;
  acme.call("PUT", "/api/lists/customFields", {{"values", {"T-shirt"}}});
  acme.call("PUT", "/api/lists/departments", {{"values", {"Design"}}});
  acme.call("PUT", "/api/member-form", {{"required", {"workEmail", "placeOfWork", "custom/T-shirt"}}});
  const std::string connection = acme.connect();
  const std::string hire = "/api/new-hires/" + acme.stage(connection, "a1", {{"department", "Sales"}});
  const Json before = acme.get(hire);
  acme.setMode(connection, "dies adding");  // would end the host if it called the plugin
  const HttpAnswer refused = acme.call(
      "POST", hire + "/promote",
      {{"fields", {{"jobTitle", " "}, {"shoeSize", "44"}, {"remoteCountry", "pt"}, {"workEmail", nullptr}}}});
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(issuePaths(refused), ElementsAre("shoeSize", "jobTitle", "department", "remoteCountry",
                                               "workEmail", "placeOfWork", "custom/T-shirt"));
  EXPECT_EQ(refused.json()["issues"][4]["message"], "Work email is missing: fill it in to add the member");
  EXPECT_EQ(acme.get(hire), before);
  acme.setMode(connection, "");
  const HttpAnswer added = acme.call("POST", hire + "/promote",
                                     {{"fields",
                                       {{"department", "Design"},
                                        {"placeOfWork", "London"},
                                        {"workEmail", "amara@acme.example"},
                                        {"custom/T-shirt", "L"}}}});
  EXPECT_EQ(added.status, 200) << added.body;
}

TEST(MemberFormApi, AsksNothingOfWhoIsAMemberAlready) {
  AcmeHost acme;
  const std::string hire = "/api/new-hires/" + acme.stage(acme.connect(), "a1");
  const Json first = acme.call("POST", hire + "/promote").json();
  acme.call("PUT", "/api/member-form", {{"required", {"workEmail"}}});
  const HttpAnswer again = acme.call("POST", hire + "/promote");
  EXPECT_EQ(again.status, 200) << again.body;
  EXPECT_EQ(again.json()["alreadyAdded"], true);
  EXPECT_EQ(again.json()["person"], first["person"]);
}

TEST(MemberFormApi, HasNumbersGivenToWhoIsAddedWithoutOne) {
  AcmeHost acme;
  acme.call("PUT", "/api/member-form", {{"assignEmployeeNumbers", true}, {"nextEmployeeNumber", 7}});
  const std::string connection = acme.connect();
  std::vector<std::string> numbers;
  for (const char* application : {"a1", "a2"})
    numbers.push_back(acme.call("POST", "/api/new-hires/" + acme.stage(connection, application) + "/promote")
                          .json()["person"]["employeeNumber"]
                          .get<std::string>());
  EXPECT_THAT(numbers, ElementsAre("7", "8"));
}

}  // namespace
}  // namespace host_stub_test
