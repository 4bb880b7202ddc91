#include "ashby/client.hpp"

#include "integration/testing/fake_host.hpp"
#include "support/fixtures.hpp"

namespace ashby::test {
namespace {

using integration::CallKind;
using integration::Code;
using integration::HttpOutcome;
using integration::HttpRequest;
using integration::test::FakeCall;
using integration::test::FakeHost;

const std::string kUrl = "https://api.ashbyhq.com/application.info";

class AshbyClient : public testing::Test {
 protected:
  Answer ask(HttpOutcome outcome, const std::string& endpoint = "application.info") {
    host.http.answer("https://api.ashbyhq.com/" + endpoint, std::move(outcome));
    return client.ask(Question{endpoint, {{"applicationId", "a"}}});
  }
  Answer ask(int status, std::string body, std::vector<integration::Header> headers = {}) {
    return ask({Code::ok, status, std::move(headers), std::move(body), {}});
  }

  FakeHost host;
  FakeCall call{host, CallKind::runWork};
  AshbySession link;
  Client client{call, link};
};

TEST_F(AshbyClient, PostsJsonAndNeverHoldsTheKey) {
  ask(200, R"({"success":true,"results":{}})");
  const HttpRequest sent = host.http.requests().at(0);
  EXPECT_EQ(sent.method, "POST");
  EXPECT_EQ(sent.url, kUrl);
  EXPECT_EQ(sent.body, R"({"applicationId":"a"})");
  EXPECT_EQ(integration::findHeader(sent.headers, "content-type"), "application/json");
  EXPECT_EQ(integration::findHeader(sent.headers, "accept"), "application/json; version=1");
  EXPECT_EQ(integration::findHeader(sent.headers, "authorization"), std::nullopt);
  EXPECT_EQ(sent.auth, HttpRequest::Auth::basic);
  EXPECT_EQ(sent.secret, "apiKey");
}

TEST_F(AshbyClient, GivesResultsAndPaging) {
  const Answer answer =
      ask(200, R"({"success":true,"results":[1],"moreDataAvailable":true,"nextCursor":"c","syncToken":"t"})");
  EXPECT_TRUE(answer.ok());
  EXPECT_EQ(answer.results->size(), 1U);
  EXPECT_TRUE(answer.moreDataAvailable);
  EXPECT_EQ(answer.nextCursor, "c");
  EXPECT_EQ(answer.syncToken, "t");
}

TEST_F(AshbyClient, AsksAllOfABatchTogetherAndAnswersInOrder) {
  host.http.handle([](const HttpRequest& request) {
    return HttpOutcome{
        Code::ok, 200, {}, R"({"success":true,"results":")" + request.url.substr(24) + "\"}", {}};
  });
  const std::vector<Question> questions = {{"job.info", {}}, {"offer.list", {}}};
  const std::vector<Answer> answers = client.ask(questions);
  EXPECT_EQ(*answers.at(0).results, "job.info");
  EXPECT_EQ(*answers.at(1).results, "offer.list");
}

TEST_F(AshbyClient, ReadsARefusalInEachOfItsFourForms) {
  for (const char* body : {R"({"success":false,"errorInfo":{"code":"application_not_found"}})",
                           R"({"success":false,"errors":["application_not_found"]})",
                           R"({"success":false,"errors":[{"code":"application_not_found","message":"x"}]})",
                           R"({"success":false,"errors":[{"message":"application_not_found"}]})"}) {
    const Answer answer = ask(200, body);
    EXPECT_EQ(answer.error, ErrorKind::refused) << body;
    EXPECT_EQ(answer.code, "application_not_found") << body;
  }
  EXPECT_EQ(ask(200, fixture("error_not_found_http200.json")).code, "application_not_found");
  EXPECT_EQ(ask(200, fixture("error_sync_token_expired_http200.json")).code, "sync_token_expired");
}

TEST_F(AshbyClient, ReadsARefusalWithoutACode) {
  for (const std::string& body :
       {fixture("error_object_form_variant.json"), std::string(R"({"success":false})"),
        std::string(R"({"success":false,"errors":[]})"),
        std::string(R"({"success":false,"errors":null,"errorInfo":null})")}) {
    const Answer answer = ask(200, body);
    EXPECT_EQ(answer.error, ErrorKind::refused) << body;
    EXPECT_EQ(answer.code, "");
  }
}

TEST_F(AshbyClient, TakesNothingButAWordForACode) {
  EXPECT_EQ(ask(200, R"({"success":false,"errors":["Nadia Okoye was not found"]})").code, "");
  EXPECT_THAT(ask(200, R"({"success":false,"errors":["Nadia Okoye was not found"]})").message,
              testing::Not(testing::HasSubstr("Nadia")));
}

TEST_F(AshbyClient, ReportsKeyRefusedAt401AndUnexplained403) {
  EXPECT_EQ(ask(401, R"({"success":false,"errors":["missing_api_key"]})").error, ErrorKind::keyRefused);
  EXPECT_EQ(ask(401, "").error, ErrorKind::keyRefused);
  EXPECT_EQ(ask(403, "Invalid API key").error, ErrorKind::keyRefused);
  EXPECT_EQ(ask(403, R"({"success":false,"errorInfo":{"code":"invalid_api_key"}})").error,
            ErrorKind::keyRefused);
}

TEST_F(AshbyClient, CallsThePermissionMissingWhereAshbySaysSo) {
  const Answer answer =
      ask({Code::ok, 403, {}, fixture("error_missing_permission_http403.json"), {}}, "offer.list");
  EXPECT_EQ(answer.error, ErrorKind::missingPermission);
  EXPECT_EQ(answer.message, "the key lacks the permission Offers (read)");
}

TEST_F(AshbyClient, TellsALackingPermissionByItsCode) {
  for (const int status : {200, 400, 401, 403, 404, 422, 500})
    for (const std::string& body :
         {fixture("error_missing_permission_http403.json"),
          fixture("error_missing_permission_object_form.json"),
          std::string(R"({"success":false,"errors":["missing_endpoint_permission"]})")}) {
      EXPECT_EQ(ask({Code::ok, status, {}, body, {}}, "offer.list").error, ErrorKind::missingPermission)
          << status << body;
    }
}

TEST_F(AshbyClient, TellsARefusalByItsCodeAtAnyClientError) {
  for (const int status : {200, 400, 409, 410, 422}) {
    const Answer answer = ask(status, R"({"success":false,"errors":["sync_token_expired"]})");
    EXPECT_EQ(answer.error, ErrorKind::refused) << status;
    EXPECT_EQ(answer.code, "sync_token_expired") << status;
    EXPECT_TRUE(answer.refusesCall());
  }
  EXPECT_TRUE(ask(400, "what?").refusesCall());
  EXPECT_FALSE(ask(500, R"({"success":false,"errors":["generic_internal_error"]})").refusesCall());
  EXPECT_FALSE(ask(429, "slow down").refusesCall());
  EXPECT_EQ(ask(200, R"({"success":false,"errors":["rate_limit_exceeded"]})").error, ErrorKind::rateLimited);
}

TEST_F(AshbyClient, AsksForTheVersionThatItWasWrittenFor) {
  ask(200, R"({"success":true})", {{"Ashby-Version-Status", "deprecated"}});
  EXPECT_EQ(integration::findHeader(host.http.requests().back().headers, "Ashby-Version"), "2026-01-01");
  EXPECT_EQ(client.versionStatus(), "deprecated");
}

TEST_F(AshbyClient, DoesNotBlameTheKeyForAPageOfAProxy) {
  EXPECT_EQ(ask(403, "\n <!DOCTYPE html><html>Attention required</html>").error, ErrorKind::unavailable);
}

TEST_F(AshbyClient, ReadsTheRateLimitWithAndWithoutRetryAfter) {
  const Answer bare = ask(429, fixture("error_rate_limited_http429.json"));
  EXPECT_EQ(bare.error, ErrorKind::rateLimited);
  EXPECT_EQ(bare.retryAfterMs, 0);
  const Answer timed = ask(429, "slow down", {{"Retry-After", "17"}});
  EXPECT_EQ(timed.error, ErrorKind::rateLimited);
  EXPECT_EQ(timed.retryAfterMs, 17000);
}

TEST_F(AshbyClient, CallsEverythingThatIsNoAnswerUnavailable) {
  EXPECT_EQ(ask(500, R"({"success":false,"errorInfo":{"code":"generic_internal_error"}})").error,
            ErrorKind::unavailable);
  EXPECT_EQ(ask(502, "<html>Bad gateway</html>").error, ErrorKind::unavailable);
  EXPECT_EQ(ask(404, "not here").error, ErrorKind::refused);
  EXPECT_EQ(ask(302, "").error, ErrorKind::unavailable);
  EXPECT_EQ(ask(200, "").error, ErrorKind::unavailable);
  EXPECT_EQ(ask(200, "[]").error, ErrorKind::unavailable);
  EXPECT_EQ(ask(200, "{}").error, ErrorKind::unavailable);
  EXPECT_EQ(ask(200, "<html>").error, ErrorKind::unavailable);
  const std::string whole = fixture("application_info_response.json");
  EXPECT_EQ(ask(200, whole.substr(0, whole.size() / 2)).error, ErrorKind::unavailable);
  EXPECT_EQ(ask(200, std::string(100000, '[')).error, ErrorKind::unavailable);
}

TEST_F(AshbyClient, SaysWhyNoAnswerArrived) {
  for (const Code code : {Code::unavailable, Code::deadlineExceeded, Code::resourceExhausted,
                          Code::permissionDenied, Code::cancelled, Code::unknown}) {
    const Answer answer = ask({code, 0, {}, {}, {}});
    EXPECT_EQ(answer.error, ErrorKind::unavailable);
    EXPECT_FALSE(answer.message.empty());
  }
  EXPECT_EQ(ask({Code::failedPrecondition, 0, {}, {}, {}}).error, ErrorKind::keyRefused);
}

// The host's message names the origin and the network's error, never a request or a secret.
TEST_F(AshbyClient, PassesOnWhyTheHostReachedNothing) {
  EXPECT_EQ(ask({Code::unavailable, 0, {}, {}, "https://x could not be reached: refused."}).message,
            "Ashby could not be reached for application.info (https://x could not be reached: refused)");
}

TEST_F(AshbyClient, MalformedAnswerIsNamedWithoutItsData) {
  Answer answer = ask(200, R"({"success":true,"results":{"id":"a","status":["Nadia"]}})");
  EXPECT_FALSE(resultsAs<Application>(answer));
  EXPECT_EQ(answer.error, ErrorKind::unavailable);
  EXPECT_THAT(answer.message, testing::HasSubstr("status can't be read"));
  EXPECT_THAT(answer.message, testing::Not(testing::HasSubstr("Nadia")));
}

TEST_F(AshbyClient, TellsThePacerOfEveryAnswer) {
  ask(200, R"({"success":true,"results":{}})", {{"x-ratelimit-remaining", "2"}, {"x-ratelimit-reset", "30"}});
  EXPECT_EQ(link.pacer.readyAt(host.clock.now(), 3), host.clock.now() + 30000);
}

TEST(Permissions, AreNamedAsOnAshbysKeyPage) {
  EXPECT_EQ(permissionFor("application.info"), "Candidates");
  EXPECT_EQ(permissionFor("candidate.info"), "Candidates");
  EXPECT_EQ(permissionFor("offer.list"), "Offers");
  EXPECT_EQ(permissionFor("job.info"), "Jobs");
  EXPECT_EQ(permissionFor("department.info"), "Organization");
}

}  // namespace
}  // namespace ashby::test
