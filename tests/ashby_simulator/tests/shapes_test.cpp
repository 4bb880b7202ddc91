#include <gmock/gmock.h>

#include "support.hpp"

namespace ashby_simulator::test {
namespace {

/// Returns the differences in shape: fields that one side lacks, or with different types. Null fits any type.
/// Only the actual answer may have the field `extra`.
std::string difference(const Json& expected, const Json& actual, const std::string& path,
                       const std::string& extra) {
  if (expected.is_null() || actual.is_null()) return {};
  if (expected.is_number() && actual.is_number()) return {};
  if (expected.type() != actual.type()) return path + " has another type\n";
  std::string found;
  if (expected.is_array() && !expected.empty() && !actual.empty()) {
    found += difference(expected.front(), actual.front(), path + "[0]", extra);
  }
  if (expected.is_object()) {
    for (const auto& [name, value] : expected.items()) {
      found += actual.contains(name) ? difference(value, actual.at(name), path + "." + name, extra)
                                     : path + "." + name + " is missing\n";
    }
    for (const auto& [name, value] : actual.items()) {
      if (!expected.contains(name) && name != extra) found += path + "." + name + " is new\n";
    }
  }
  return found;
}

std::string difference(const std::string& fixtureName, const Json& actual, const std::string& extra = {}) {
  return difference(fixtureJson(fixtureName), actual, fixtureName, extra);
}

/// Makes the person of the fixtures, as far as the control API can.
class Shapes : public testing::Test {
 protected:
  void SetUp() override {
    const Json sample = fixtureJson("application_info_response.json").at("results");
    const Json candidate = fixtureJson("candidate_info_response.json").at("results");
    const Json version = fixtureJson("offer_info_response.json").at("results").at("latestVersion");
    const Json location = fixtureJson("location_info_response.json").at("results");
    userId = t.world.organization.addUser(Json::object(), t.now);
    ids = t.world.newHires.add({{"team", "Platform"},
                                {"location", "London HQ"},
                                {"offer", "pending"},
                                {"hire", false},
                                {"candidateFields",
                                 {{"socialLinks", candidate.at("socialLinks")},
                                  {"customFields", candidate.at("customFields")},
                                  {"position", "Engineer"},
                                  {"company", "Old Job Ltd"},
                                  {"school", nullptr},
                                  {"timezone", "Europe/London"},
                                  {"location", candidate.at("location")}}},
                                {"applicationFields",
                                 {{"customFields", sample.at("customFields")},
                                  {"source", sample.at("source")},
                                  {"openings", sample.at("openings")},
                                  {"creditedToUser", userId},
                                  {"resumeFileHandle", sample.at("resumeFileHandle")}}},
                                {"offerFields",
                                 {{"customFields", version.at("customFields")},
                                  {"fileHandles", version.at("fileHandles")},
                                  {"author", userId}}}},
                               t.now);
    const Json team = Json::array({{{"userId", userId}, {"role", "Recruiter"}}});
    t.world.organization.editJob(textOf(ids, "jobId"), {{"hiringTeam", team}, {"author", userId}}, t.now);
    t.world.organization.editLocation(textOf(ids, "locationId"), {{"address", location.at("address")}},
                                      t.now);
  }

  void accept() { t.world.recruiting.acceptOffer(textOf(ids, "offerId"), t.now); }

  TestWorld t;
  std::string userId;
  Json ids;
};

TEST_F(Shapes, OfApiAnswersAreTheFixtures) {
  accept();
  const Json application = {{"applicationId", ids.at("applicationId")}};
  EXPECT_EQ(difference("apiKey_info_response.json", t.call("apiKey.info")), "");
  const Json expanded = {{"applicationId", ids.at("applicationId")}, {"expand", {"openings"}}};
  EXPECT_EQ(difference("application_info_response.json", t.call("application.info", expanded)), "");
  EXPECT_EQ(difference("application_list_last_page.json", t.call("application.list")), "");
  EXPECT_EQ(
      difference("candidate_info_response.json", t.call("candidate.info", {{"id", ids.at("candidateId")}})),
      "");
  EXPECT_EQ(difference("job_info_response.json", t.call("job.info", {{"id", ids.at("jobId")}})), "");
  EXPECT_EQ(difference("location_info_response.json",
                       t.call("location.info", {{"locationId", ids.at("locationId")}})),
            "");
  EXPECT_EQ(difference("department_info_response_team.json",
                       t.call("department.info", {{"departmentId", ids.at("teamId")}})),
            "");
  EXPECT_EQ(difference("department_info_response_parent.json",
                       t.call("department.info", {{"departmentId", ids.at("departmentId")}})),
            "");
  EXPECT_EQ(difference("offer_list_response.json", t.call("offer.list", application)), "");
  const Json offer = {{"offerId", ids.at("offerId")}, {"excludeFormDefinition", true}};
  EXPECT_EQ(difference("offer_info_response.json", t.call("offer.info", offer)), "");
}

TEST_F(Shapes, OfWebhooksAreTheFixtures) {
  for (const char* type : {"offerUpdate", "candidateHire", "applicationUpdate", "candidateMerge",
                           "offerDelete", "candidateDelete"}) {
    t.webhook(type);
  }
  accept();
  const std::string other = t.world.recruiting.addCandidate(Json::object(), t.now);
  t.world.recruiting.mergeCandidates(textOf(ids, "candidateId"), other, t.now);
  t.world.recruiting.deleteOffer(textOf(ids, "offerId"), t.now);
  t.world.recruiting.deleteCandidate(textOf(ids, "candidateId"), t.now);

  const auto bodies = t.deliver();
  ASSERT_EQ(bodies.size(), 6U);
  EXPECT_EQ(difference("webhook_offerUpdate.json", bodies[0], "formDefinition"), "");
  EXPECT_EQ(difference("webhook_candidateHire.json", bodies[1], "formDefinition"), "");
  EXPECT_EQ(difference("webhook_applicationUpdate_hired.json", bodies[2]), "");
  EXPECT_EQ(difference("webhook_candidateMerge.json", bodies[3]), "");
  EXPECT_EQ(difference("webhook_offerDelete.json", bodies[4]), "");
  EXPECT_EQ(difference("webhook_candidateDelete.json", bodies[5]), "");
}

TEST_F(Shapes, OfErrorsAreTheFixtures) {
  const Json unknown = {{"applicationId", "00000000-0000-4000-8000-000000000000"}};
  EXPECT_EQ(difference("error_not_found_http200.json", t.call("application.info", unknown)), "");
  t.world.api.pager.expireSyncTokens();
  t.world.api.faults.add({.kind = "syncTokenExpired", .remaining = 1});
  EXPECT_EQ(difference("error_sync_token_expired_http200.json", t.call("application.list")), "");
  t.key->scopes.clear();
  EXPECT_EQ(difference("error_missing_permission_http403.json", t.call("application.list")), "");
  t.world.api.faults.add(
      {.kind = "errorForm", .remaining = 1, .status = 403, .code = "missing_endpoint_permission"});
  EXPECT_EQ(difference("error_missing_permission_object_form.json", t.call("application.list")), "");
  t.world.api.rateLimiter.limit = 0;
  EXPECT_EQ(difference("error_rate_limited_http429.json", t.call("application.list")), "");
}

TEST_F(Shapes, OfAListWithoutOffersIsTheFixture) {
  t.world.recruiting.deleteOffer(textOf(ids, "offerId"), t.now);
  const Json empty = t.call("offer.list");
  EXPECT_EQ(difference("offer_list_empty.json", empty), "");
  EXPECT_TRUE(empty.at("results").empty());
}

TEST_F(Shapes, StartDateIsAPlainDateAndSalaryANumber) {
  const Json version = t.results("offer.list", Json::object()).at(0).at("latestVersion");
  EXPECT_EQ(version.at("startDate"), "2027-01-04");
  EXPECT_EQ(version.at("salary").dump(), R"({"currencyCode":"GBP","value":82000})");
}

TEST(SparseShapes, HaveNullsWhereLiveDataHasNulls) {
  TestWorld t;
  const Json ids = t.world.newHires.add(Json::object(), t.now);
  const Json application = t.results("application.info", {{"applicationId", ids.at("applicationId")}});
  for (const char* name : {"source", "creditedToUser", "archiveReason"})
    EXPECT_TRUE(application.at(name).is_null());
  EXPECT_TRUE(application.at("currentInterviewStage").at("interviewStageGroupId").is_null());
  const Json department = t.results("department.info", {{"departmentId", ids.at("departmentId")}});
  for (const char* name : {"externalName", "parentId", "extraData"})
    EXPECT_TRUE(department.at(name).is_null());
  const Json job = t.results("job.info", {{"id", ids.at("jobId")}});
  for (const char* name : {"closedAt", "customRequisitionId"}) EXPECT_TRUE(job.at(name).is_null());
  EXPECT_TRUE(t.results("candidate.info", {{"id", ids.at("candidateId")}}).at("timezone").is_null());
}

TEST(SparseShapes, LackFieldsThatAreAbsentInLiveData) {
  TestWorld t;
  const Json ids = t.world.newHires.add({{"phone", nullptr},
                                         {"email", nullptr},
                                         {"startDate", nullptr},
                                         {"salary", nullptr},
                                         {"currency", nullptr}},
                                        t.now);
  const Json application = t.results("application.info", {{"applicationId", ids.at("applicationId")}});
  EXPECT_FALSE(application.contains("archivedAt"));
  EXPECT_FALSE(application.at("candidate").contains("primaryPhoneNumber"));
  const Json candidate = t.results("candidate.info", {{"id", ids.at("candidateId")}});
  for (const char* name :
       {"primaryEmailAddress", "primaryPhoneNumber", "location", "position", "company", "school"}) {
    EXPECT_FALSE(candidate.contains(name)) << name;
  }
  const Json version = t.results("offer.list", Json::object()).at(0).at("latestVersion");
  EXPECT_FALSE(version.contains("startDate"));
  EXPECT_FALSE(version.contains("salary"));
}

TEST(OfferForm, IsInOfferInfoUnlessExcluded) {
  TestWorld t;
  const Json ids = t.world.newHires.add(Json::object(), t.now);
  EXPECT_TRUE(t.results("offer.info", {{"offerId", ids.at("offerId")}}).contains("formDefinition"));
  EXPECT_FALSE(t.results("offer.info", {{"offerId", ids.at("offerId")}, {"excludeFormDefinition", true}})
                   .contains("formDefinition"));
}

}  // namespace
}  // namespace ashby_simulator::test
