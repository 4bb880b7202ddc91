// Tests odd values in Ashby's answers, and the issues that a reviewer sees for them.
#include "ashby/mapping/hire_mapping.hpp"
#include "ashby/mapping/opening_choice.hpp"
#include "integration/json.hpp"
#include "json/tolerant_reader.hpp"
#include "support/fixtures.hpp"

namespace ashby::test {
namespace {

using integration::Json;

template <class T>
T readAll(const std::string& name, const std::string& about, const Json& patch) {
  Json results = fixtureJson(name).at("results");
  if (name.starts_with(about)) results = results.patch(patch);
  T value{};
  EXPECT_TRUE(TolerantReader().read(results, value)) << name;
  return value;
}

MappedHire mappedWith(const std::string& about, const char* operations) {
  const Json patch = integration::parseJson(operations);
  HireFacts facts;
  facts.application = readAll<Application>("application_info_response.json", about, patch);
  facts.candidate = readAll<Candidate>("candidate_info_response.json", about, patch);
  facts.offers = readAll<std::vector<Offer>>("offer_list_response.json", about, patch);
  facts.job = readAll<Job>("job_info_response.json", about, patch);
  facts.departments = {readAll<Department>("department_info_response_team.json", about, patch),
                       readAll<Department>("department_info_response_parent.json", about, patch)};
  facts.location = readAll<Location>("location_info_response.json", about, patch);
  return mapHire(facts, {}, {});
}

struct OddValue {
  const char* about;  // the beginning of the fixture's name
  const char* patch;
  std::vector<std::string> issues;
};

std::string described(const OddValue& odd) {
  return std::string(odd.about) + " " + odd.patch;
}

const OddValue kOddValues[] = {
    {"candidate", R"([])", {}},
    {"candidate",
     R"([{"op":"replace","path":"/primaryPhoneNumber","value":"+44 7700 900123"}])",
     {"personalPhoneNumber:invalid"}},
    {"candidate",
     R"([{"op":"replace","path":"/phoneNumbers","value":"none"}])",
     {"personalPhoneNumber:invalid"}},
    {"candidate",
     R"([{"op":"replace","path":"/primaryEmailAddress/isPrimary","value":"true"}])",
     {"personalEmail:invalid"}},
    {"candidate",
     R"([{"op":"replace","path":"/emailAddresses/0","value":"ada@x.example"}])",
     {"personalEmail:invalid"}},
    {"candidate",
     R"([{"op":"replace","path":"/socialLinks","value":{}}])",
     {"linkedIn:invalid", "twitter:invalid", "github:invalid"}},
    {"candidate",
     R"([{"op":"replace","path":"/socialLinks/0/url","value":[]}])",
     {"linkedIn:invalid", "twitter:invalid", "github:invalid"}},
    {"candidate", R"([{"op":"replace","path":"/customFields/0/id","value":5}])", {}},
    {"candidate", R"([{"op":"replace","path":"/name","value":["Nadia"]}])", {"firstName:invalid"}},
    {"candidate", R"([{"op":"replace","path":"/id","value":5}])", {}},
    {"candidate", R"([{"op":"replace","path":"/profileUrl","value":{}}])", {}},
    {"application", R"([{"op":"replace","path":"/candidate/name","value":{}}])", {}},
    {"application",
     R"([{"op":"replace","path":"/hiringTeam","value":[{"role":{"name":"Hiring Manager"}}]}])",
     {"managerName:invalid"}},
    {"application", R"([{"op":"replace","path":"/hiringTeam","value":"Omar"}])", {"managerName:invalid"}},
    {"application",
     R"([{"op":"replace","path":"/applicationHistory/0/enteredStageAt","value":1764460800000}])",
     {}},
    {"application", R"([{"op":"replace","path":"/job/title","value":7}])", {}},
    {"application",
     R"([{"op":"replace","path":"/openings","value":"one"}])",
     {"placeOfWork:invalid", "contractType:invalid"}},
    {"application",
     R"([{"op":"replace","path":"/openings/0/latestVersion/employmentType","value":7}])",
     {"contractType:invalid"}},
    {"offer", R"([{"op":"replace","path":"/1/latestVersion/salary/value","value":"85000"}])", {}},
    {"offer",
     R"([{"op":"replace","path":"/1/latestVersion/salary/value","value":"tbd"}])",
     {"salaryAmount:invalid"}},
    {"offer", R"([{"op":"replace","path":"/0/latestVersion/salary/value","value":"tbd"}])", {}},
    {"offer",
     R"([{"op":"replace","path":"/1/latestVersion/salary","value":82000}])",
     {"salaryAmount:invalid"}},
    {"offer",
     R"([{"op":"replace","path":"/1/latestVersion/startDate","value":20270104}])",
     {"employmentStartDate:invalid"}},
    {"offer", R"([{"op":"replace","path":"/1/latestVersion/fileHandles/0/id","value":7}])", {}},
    {"offer", R"([{"op":"replace","path":"/1/id","value":7}])", {}},
    {"job", R"([{"op":"replace","path":"/title","value":{}}])", {"jobTitle:invalid"}},
    {"job", R"([{"op":"replace","path":"/employmentType","value":["FullTime"]}])", {"contractType:invalid"}},
    {"job", R"([{"op":"replace","path":"/hiringTeam/0/email","value":{}}])", {"managerName:invalid"}},
    {"job", R"([{"op":"replace","path":"/id","value":7}])", {}},
    {"location", R"([{"op":"replace","path":"/workplaceType","value":{}}])", {"workplaceType:invalid"}},
    {"department_info_response_parent",
     R"([{"op":"replace","path":"/name","value":{}}])",
     {"department:invalid"}},
};

TEST(LeftOut, IsFlaggedAtTheFieldsThatItFeeds) {
  for (const OddValue& odd : kOddValues) {
    std::vector<std::string> issues;
    for (const auto& issue : mappedWith(odd.about, odd.patch).issues)
      issues.push_back(issue.path + ":" + issue.code);
    EXPECT_THAT(issues, testing::UnorderedElementsAreArray(odd.issues)) << described(odd);
  }
}

TEST(LeftOut, LeavesTheRestAsItIs) {
  const MappedHire hire =
      mappedWith("candidate", R"([{"op":"replace","path":"/primaryPhoneNumber","value":"+44"},
                                  {"op":"replace","path":"/phoneNumbers","value":7}])");
  EXPECT_EQ(hire.fields.personalPhoneNumber, std::nullopt);
  EXPECT_EQ(hire.fields.personalEmail, "nadia.okoye@example.org");
  EXPECT_EQ(hire.fields.salaryAmount, "82000");
}

TEST(LeftOut, SaysNothingOfTheData) {
  const MappedHire hire =
      mappedWith("candidate", R"([{"op":"replace","path":"/primaryPhoneNumber","value":"+44 7700 900123"}])");
  ASSERT_EQ(hire.issues.size(), 1U);
  EXPECT_EQ(hire.issues[0].message,
            "Ashby's candidate/primaryPhoneNumber can't be read and was left out: look it up in Ashby");
}

}  // namespace
}  // namespace ashby::test
