// Tests the fields of a member that each role sees.
#include <set>

#include "acme/acme_host.hpp"
#include "integration/describe_json.hpp"

namespace host_stub_test {
namespace {

const std::set<std::string> kHiddenFromViewers = {
    "personalEmail", "personalPhoneNumber", "salaryAmount",       "salaryCurrency",       "salaryPeriod",
    "bonusAmount",   "bonusCurrency",       "signingBonusAmount", "signingBonusCurrency", "equity",
    "custom"};

// Returns a hire with a value in every field.
Json everyField() {
  Json fields = integration::toJson(integration::HireFields{});
  for (auto& [name, value] : fields.items()) value = "of " + name;
  for (const char* name : {"salaryCurrency", "bonusCurrency", "signingBonusCurrency"}) fields[name] = "GBP";
  for (const char* name : {"salaryAmount", "bonusAmount", "signingBonusAmount"}) fields[name] = "90000";
  for (const char* name : {"personalEmail", "managerEmail"}) fields[name] = "someone@example.org";
  for (const char* name : {"linkedIn", "twitter", "github"}) fields[name] = "https://example.org/amara";
  fields["salaryPeriod"] = "annual";
  fields["employmentStartDate"] = "2027-01-04";
  fields["custom"] = {{"T-shirt", "L"}};
  return fields;
}

TEST(MemberApi, IsShownFieldByFieldAsTheRoleMaySee) {
  AcmeHost acme;
  const Json fields = everyField();
  const std::string hire = acme.stage(acme.connect(), "a1", fields);
  const Json details = {{"workEmail", "amara@acme.example"},
                        {"employeeNumber", "7"},
                        {"roleEffectiveDate", "2027-02-01"},
                        {"remoteCity", "Porto"},
                        {"remoteCountry", "PT"}};
  const HttpAnswer added = acme.call("POST", "/api/new-hires/" + hire + "/promote", {{"fields", details}});
  ASSERT_EQ(added.status, 200) << added.body;
  const std::string one = "/api/people/" + added.json()["person"]["id"].get<std::string>();
  for (const char* role : {"owner", "admin", "hr", "viewer"}) {
    const std::string token = acme.host.newUser(role, role);
    const Json inList = acme.host.callAs(token, "GET", "/api/people").json()["data"][0];
    const Json alone = acme.host.callAs(token, "GET", one).json();
    EXPECT_EQ(inList, alone) << role;
    for (const auto& [name, value] : fields.items()) {
      const bool hidden = std::string(role) == "viewer" && kHiddenFromViewers.contains(name);
      ASSERT_EQ(alone.contains(name), !hidden) << role << " " << name;
      EXPECT_EQ(hidden ? value : alone[name], value) << role << " " << name;
    }
    for (const auto& [name, value] : details.items()) EXPECT_EQ(alone[name], value) << role << " " << name;
    for (const char* own : {"id", "source", "sourceId", "sources", "createdAt"})
      EXPECT_TRUE(alone.contains(own)) << role;
  }
}

}  // namespace
}  // namespace host_stub_test
