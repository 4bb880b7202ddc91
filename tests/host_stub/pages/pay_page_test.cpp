// Tests pay on the pages: one value, shown, compared and flagged with its currency and period.
#include <gmock/gmock.h>

#include "acme/acme_host.hpp"
#include "pages/browser.hpp"

namespace host_stub_test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

Json pay(const char* amount, const char* currency) {
  return {{"amount", amount}, {"currency", currency}, {"period", "annual"}};
}

class PayPage : public testing::Test {
 protected:
  PayPage() { browser_.signIn(acme_.host.newUser("Hal", "hr")); }

  // Stages a hire with pay; `more` adds members to the hire.
  std::string stage(const Json& more = Json::object()) {
    const std::string application = "a" + std::to_string(++hires_);
    Json hire = {{"id", application},
                 {"fields",
                  {{"firstName", "Amara"},
                   {"lastName", "Okafor"},
                   {"jobTitle", "Engineer"},
                   {"salaryAmount", "99000"},
                   {"salaryCurrency", "GBP"},
                   {"salaryPeriod", "annual"}}}};
    hire.update(more);
    EXPECT_EQ(acme_.deliver(connection_, {{"hire", hire}}).status, 200) << acme_.host.log();
    return connection_ + "-" + application;
  }
  std::string page(const std::string& path) { return browser_.get(path).body; }
  static std::size_t count(const std::string& text, const std::string& of) {
    std::size_t count = 0;
    for (std::size_t at = text.find(of); at != std::string::npos; at = text.find(of, at + 1)) ++count;
    return count;
  }

  AcmeHost acme_;
  const std::string connection_ = acme_.connect();
  Browser browser_{acme_.host};
  int hires_ = 0;
};

const Json kChanged = {{"changes",
                        {{{"path", "salary"},
                          {"source", "82,000 EUR a year"},
                          {"yours", "99,000 GBP a year"},
                          {"sourcePay", pay("82000", "EUR")},
                          {"yoursPay", pay("99000", "GBP")}}}}};

TEST_F(PayPage, ShowsOneDifferenceNamedByTheManifest) {
  const std::string text = page("/new-hires/" + stage(kChanged));
  EXPECT_THAT(text, AllOf(HasSubstr("<dt>Acme HR now says</dt><dd>82,000 EUR a year</dd>"),
                          HasSubstr("<dt>You entered</dt><dd>99,000 GBP a year</dd>"),
                          HasSubstr("Take Acme HR’s"), Not(HasSubstr("Ashby"))));
  EXPECT_EQ(count(text, "now says"), 1u);
  EXPECT_THAT(page("/new-hires"), AllOf(HasSubstr("changed in Acme HR"), Not(HasSubstr("Ashby"))));
}

TEST_F(PayPage, HasThePartsInOneGroup) {
  const std::string text = page("/new-hires/" + stage());
  for (const char* unit : {"Salary", "Bonus", "Signing bonus"})
    EXPECT_EQ(count(text, std::string("role=\"group\" aria-label=\"") + unit + "\""), 1u) << unit;
}

TEST_F(PayPage, FlagsAllPartsAtOnce) {
  const std::string message = "Check the salary.";
  Json issues = Json::array();
  for (const char* path : {"salaryAmount", "salaryCurrency", "salaryPeriod"})
    issues.push_back({{"path", path}, {"code", "uncertain"}, {"message", message}});
  const std::string text = page("/new-hires/" + stage({{"issues", issues}}));
  EXPECT_EQ(count(text, message), 1u);
  EXPECT_EQ(count(text, "aria-describedby=\"salaryAmount-doubt"), 3u);
  EXPECT_THAT(page("/new-hires"), HasSubstr("1 field to check"));
}

TEST_F(PayPage, TellsAChangeMeanwhileOfTheWholePay) {
  const std::string id = stage();
  const std::string form =
      "formToken=" + browser_.formToken() +
      "&version=0&do=save&was%3AjobTitle=Engineer&jobTitle=Architect"
      "&was%3AsalaryAmount=82000&salaryAmount=82000&was%3AsalaryCurrency=EUR&salaryCurrency=EUR"
      "&was%3AsalaryPeriod=annual&salaryPeriod=annual";
  const HttpAnswer answer = browser_.post("/new-hires/" + id, form);
  EXPECT_EQ(answer.status, 409);
  EXPECT_THAT(answer.body,
              AllOf(HasSubstr("<li>Salary: was 82,000 EUR a year, is now 99,000 GBP a year</li>"),
                    Not(HasSubstr("Salary currency: was"))));
}

TEST_F(PayPage, ShowsAMembersPayAsOneFact) {
  const HttpAnswer added = acme_.call("POST", "/api/new-hires/" + stage() + "/promote",
                                      {{"fields", {{"bonus", {{"amount", "5000.5"}, {"currency", "GBP"}}}}}});
  ASSERT_EQ(added.status, 200) << added.body;
  const std::string text = page("/people/" + added.json()["person"]["id"].get<std::string>());
  EXPECT_THAT(text, AllOf(HasSubstr("<dt>Salary</dt><dd>£99,000 a year</dd>"),
                          HasSubstr("<dt>Bonus</dt><dd>£5,000.50</dd>"), Not(HasSubstr("currency"))));
}

TEST_F(PayPage, ShowsACurrencyThatHasNoAmount) {
  const std::string id =
      stage({{"state", "discarded"}, {"fields", {{"firstName", "Amara"}, {"bonusCurrency", "GBP"}}}});
  EXPECT_THAT(page("/new-hires/" + id), HasSubstr("<dt>Bonus</dt><dd>GBP</dd>"));
}

TEST_F(PayPage, ComparesDuplicatesByTheWholePay) {
  const Json same = {{"personalEmail", "amara@example.org"}};
  const std::string one = stage(), other = stage();
  for (const std::string& id : {one, other})
    ASSERT_EQ(acme_.call("PATCH", "/api/new-hires/" + id, {{"fields", same}}).status, 200);
  ASSERT_EQ(acme_.call("PATCH", "/api/new-hires/" + other, {{"fields", {{"salary", {{"currency", "EUR"}}}}}})
                .status,
            200);
  const HttpAnswer added = acme_.call("POST", "/api/new-hires/" + one + "/promote");
  const std::string person = added.json()["person"]["id"].get<std::string>();
  const std::string text = page("/new-hires/" + other + "/duplicate/" + person);
  EXPECT_THAT(text, AllOf(HasSubstr("99,000 EUR a year"), HasSubstr("99,000 GBP a year"),
                          HasSubstr("value=\"salaryAmount\""), Not(HasSubstr("value=\"salaryCurrency\""))));
}

}  // namespace
}  // namespace host_stub_test
