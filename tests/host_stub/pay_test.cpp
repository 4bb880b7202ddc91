// Tests pay in the HTTP API: one value, beside the flat fields for its parts.
#include <gmock/gmock.h>

#include "acme/acme_host.hpp"

namespace host_stub_test {
namespace {

class ApiPay : public testing::Test {
 protected:
  // Edits the hire; returns its fields, or the paths of the issues.
  Json edited(const Json& edit) {
    const HttpAnswer answer = acme_.call("PATCH", hire_, edit);
    if (answer.status == 200) return answer.json()["fields"];
    return issuePaths(answer);
  }

  AcmeHost acme_;
  const std::string connection_ = acme_.connect();
  const std::string id_ = acme_.stage(
      connection_, "a1", {{"salaryAmount", "82000"}, {"salaryCurrency", "GBP"}, {"salaryPeriod", "annual"}});
  const std::string hire_ = "/api/new-hires/" + id_;
};

TEST_F(ApiPay, IsShownWholeAndFlat) {
  const Json fields = acme_.get(hire_)["fields"];
  EXPECT_EQ(fields["salary"], (Json{{"amount", "82000"}, {"currency", "GBP"}, {"period", "annual"}}));
  EXPECT_EQ(fields["bonus"], Json());
  EXPECT_EQ(fields["salaryAmount"], "82000");
}

TEST_F(ApiPay, IsEditedWhole) {
  const Json fields = edited({{"fields", {{"salary", {{"amount", "99000"}, {"currency", "EUR"}}}}}});
  EXPECT_EQ(fields["salary"], (Json{{"amount", "99000"}, {"currency", "EUR"}, {"period", "annual"}}));
  EXPECT_EQ(edited({{"fields", {{"bonus", {{"amount", "5"}, {"currency", "EUR"}}}}}})["bonusAmount"], "5");
  EXPECT_EQ(edited({{"fields", {{"salary", nullptr}}}})["salary"], Json());
}

TEST_F(ApiPay, IsRefusedPartByPart) {
  const auto salary = [&](const Json& pay) { return edited({{"fields", {{"salary", pay}}}}); };
  EXPECT_EQ(salary("99000"), Json::array({"fields/salary"}));
  EXPECT_EQ(salary({{"amount", 99000}}), Json::array({"fields/salary/amount"}));
  EXPECT_EQ(salary({{"sum", "99000"}}), Json::array({"fields/salary/sum"}));
  EXPECT_EQ(edited({{"fields", {{"bonus", {{"period", "annual"}}}}}}), Json::array({"fields/bonus/period"}));
  EXPECT_EQ(edited({{"fields", {{"salary", {{"amount", "1"}}}, {"salaryAmount", "2"}}}}),
            Json::array({"fields/salary/amount"}));
  EXPECT_EQ(acme_.get(hire_)["fields"]["salaryAmount"], "82000");
}

TEST_F(ApiPay, IsRevertedWithAllItsParts) {
  const Json fields = edited({{"revert", {"salaryCurrency"}}});
  for (const char* part : {"salaryAmount", "salaryCurrency", "salaryPeriod"})
    EXPECT_EQ(fields[part], "of the source") << part;
}

TEST_F(ApiPay, OfALinkedHireOverwritesAllParts) {
  const auto added = acme_.call("POST", hire_ + "/promote");
  ASSERT_EQ(added.status, 200) << added.body;
  const std::string person = added.json()["person"]["id"].get<std::string>();
  const std::string other = acme_.stage(
      connection_, "a2", {{"salaryAmount", "99000"}, {"salaryCurrency", "EUR"}, {"salaryPeriod", "annual"}});
  const HttpAnswer linked = acme_.call("POST", "/api/new-hires/" + other + "/link",
                                       {{"personId", person}, {"fields", {"salaryAmount"}}});
  ASSERT_EQ(linked.status, 200) << linked.body;
  EXPECT_EQ(linked.json()["person"]["salaryAmount"], "99000");
  EXPECT_EQ(linked.json()["person"]["salaryCurrency"], "EUR");
}

class ApiRoleDate : public ApiPay {
 protected:
  // Sets both dates; returns the codes of the issues at the role effective date.
  std::vector<std::string> doubts(const std::string& start, const Json& role) {
    const HttpAnswer answer = acme_.call(
        "PATCH", hire_, {{"fields", {{"employmentStartDate", start}, {"roleEffectiveDate", role}}}});
    const Json shown = answer.json();
    std::vector<std::string> codes;
    for (const Json& issue : shown.at("issues"))
      if (issue["path"] == "roleEffectiveDate") codes.push_back(issue["code"].get<std::string>());
    return codes;
  }
};

TEST_F(ApiRoleDate, IsFlaggedIfFarFromTheStart) {
  EXPECT_THAT(doubts("2027-05-03", "2027-01-22"), testing::ElementsAre("implausible"));
  EXPECT_THAT(doubts("2027-01-22", "2027-05-03"), testing::ElementsAre("implausible"));
  EXPECT_THAT(doubts("2027-01-01", "2027-02-02"), testing::ElementsAre("implausible"));
  EXPECT_THAT(doubts("2027-01-01", "2027-02-01"), testing::IsEmpty());
  EXPECT_THAT(doubts("2027-01-01", "2026-12-01"), testing::IsEmpty());
  EXPECT_THAT(doubts("2027-01-01", nullptr), testing::IsEmpty());
}

}  // namespace
}  // namespace host_stub_test
