#include <gmock/gmock.h>

#include "support.hpp"

namespace ashby_simulator::test {
namespace {

const std::string kUnknownId = "00000000-0000-4000-8000-000000000000";

TEST(ApiAuthentication, MissingKeyIs401) {
  TestWorld t;
  EXPECT_EQ(t.world.answer(post("apiKey.info", Json::object(), ""), t.now).status, 401);
  EXPECT_EQ(t.world.answer(post("apiKey.info", Json::object(), "Bearer test-key"), t.now).status, 401);
}

TEST(ApiAuthentication, WrongKeyIs403) {
  TestWorld t;
  EXPECT_EQ(t.world.answer(post("apiKey.info", Json::object(), "Basic d3Jvbmc6"), t.now).status, 403);
}

TEST(ApiAuthentication, KeyWithPasswordIs403) {
  TestWorld t;
  // test-key:secret
  EXPECT_EQ(t.world.answer(post("apiKey.info", Json::object(), "Basic dGVzdC1rZXk6c2VjcmV0"), t.now).status,
            403);
}

TEST(ApiAuthentication, DeactivatedKeyIs403) {
  TestWorld t;
  t.key->active = false;
  EXPECT_EQ(t.world.answer(post("apiKey.info", Json::object()), t.now).status, 403);
}

class EveryEndpoint : public testing::TestWithParam<std::pair<const char*, const char*>> {};

TEST_P(EveryEndpoint, NeedsExactlyItsPermission) {
  const auto [endpoint, scope] = GetParam();
  TestWorld t;
  t.key->scopes.erase(scope);
  const Response refused = t.world.answer(post(endpoint, Json::object()), t.now);
  EXPECT_EQ(refused.status, 403);
  EXPECT_EQ(Json::parse(refused.body).at("errorInfo").at("code"), "missing_endpoint_permission");
  t.key->scopes = {scope};
  EXPECT_EQ(t.world.answer(post(endpoint, Json::object()), t.now).status, 200);
}

TEST_P(EveryEndpoint, RefusesParametersOfAnotherName) {
  TestWorld t;
  EXPECT_EQ(t.errorCode(GetParam().first, {{"nobodysId", kUnknownId}}), "invalid_input");
}

TEST_P(EveryEndpoint, TakesOnlyPostOfJson) {
  TestWorld t;
  Request request = post(GetParam().first, Json::object());
  request.method = "GET";
  EXPECT_EQ(t.world.answer(request, t.now).status, 405);
  request.method = "POST";
  request.headers.front().second = "text/plain";
  EXPECT_EQ(Json::parse(t.world.answer(request, t.now).body).at("errorInfo").at("code"), "invalid_input");
}

INSTANTIATE_TEST_SUITE_P(
    Api, EveryEndpoint,
    testing::Values(
        std::pair{"apiKey.info", "apiKeys:read"}, std::pair{"application.info", "candidates:read"},
        std::pair{"application.list", "candidates:read"}, std::pair{"candidate.info", "candidates:read"},
        std::pair{"candidate.list", "candidates:read"}, std::pair{"candidate.search", "candidates:read"},
        std::pair{"file.info", "candidates:read"}, std::pair{"job.list", "jobs:read"},
        std::pair{"location.list", "organization:read"},
        std::pair{"customField.list", "hiringProcessMetadata:read"},
        std::pair{"department.info", "organization:read"}, std::pair{"department.list", "organization:read"},
        std::pair{"job.info", "jobs:read"}, std::pair{"location.info", "organization:read"},
        std::pair{"offer.info", "offers:read"}, std::pair{"offer.list", "offers:read"},
        std::pair{"user.info", "organization:read"}, std::pair{"webhook.create", "apiKeys:write"},
        std::pair{"webhook.delete", "apiKeys:write"}, std::pair{"webhook.info", "apiKeys:read"},
        std::pair{"webhook.update", "apiKeys:write"}),
    [](const auto& tested) {
      std::string name = tested.param.first;
      name[name.find('.')] = '_';
      return name;
    });

struct Lookup {
  const char* endpoint;
  const char* parameter;
  const char* notFoundCode;
};

class EveryLookup : public testing::TestWithParam<Lookup> {};

TEST_P(EveryLookup, OfAnUnknownIdIs200WithSuccessFalse) {
  TestWorld t;
  const Response response =
      t.world.answer(post(GetParam().endpoint, {{GetParam().parameter, kUnknownId}}), t.now);
  const Json body = Json::parse(response.body);
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(body.at("success"), false);
  EXPECT_EQ(body.at("errorInfo").at("code"), GetParam().notFoundCode);
  EXPECT_EQ(body.at("errors"), Json::array({GetParam().notFoundCode}));
  EXPECT_EQ(body.at("errorInfo").at("requestId"), *header(response, "x-ashby-request-id"));
}

TEST_P(EveryLookup, OfSomethingThatIsNoUuidHasTheObjectForm) {
  TestWorld t;
  Json expected = fixtureJson("error_object_form_variant.json");
  expected["errors"][0]["parameter"] = GetParam().parameter;
  EXPECT_EQ(t.call(GetParam().endpoint, {{GetParam().parameter, "7"}}), expected);
}

INSTANTIATE_TEST_SUITE_P(Api, EveryLookup,
                         testing::Values(Lookup{"application.info", "applicationId", "application_not_found"},
                                         Lookup{"candidate.info", "id", "candidate_not_found"},
                                         Lookup{"job.info", "id", "job_not_found"},
                                         Lookup{"offer.info", "offerId", "offer_not_found"},
                                         Lookup{"department.info", "departmentId", "department_not_found"},
                                         Lookup{"location.info", "locationId", "location_not_found"},
                                         Lookup{"user.info", "userId", "user_not_found"},
                                         Lookup{"webhook.info", "webhookId", "webhook_not_found"},
                                         Lookup{"webhook.delete", "webhookId", "webhook_not_found"}),
                         [](const auto& tested) {
                           std::string name = tested.param.endpoint;
                           name[name.find('.')] = '_';
                           return name;
                         });

TEST(Api, UnknownEndpointIs404) {
  TestWorld t;
  EXPECT_EQ(t.world.answer(post("candidate.teleport", Json::object()), t.now).status, 404);
  EXPECT_EQ(t.world.answer(post("webhook.list", Json::object()), t.now).status, 404);
}

TEST(Api, BodyThatIsNoJsonObjectIsInvalidInput) {
  TestWorld t;
  for (const std::string& body :
       {std::string(), std::string("[]"), std::string("{"), std::string(100'000, '[')}) {
    Request request = post("apiKey.info", Json::object());
    request.body = body;
    EXPECT_EQ(Json::parse(t.world.answer(request, t.now).body).at("errorInfo").at("code"), "invalid_input");
  }
}

TEST(Api, KeyTellsItsScopes) {
  TestWorld t;
  t.key->scopes = {"apiKeys:read", "candidates:read"};
  EXPECT_THAT(t.results("apiKey.info", Json::object()).at("scopes"),
              testing::ElementsAre("apiKeys:read", "candidates:read"));
}

TEST(ApiRateLimit, EveryAnswerCarriesTheHeaders) {
  TestWorld t;
  for (const char* authorization : {"", "Basic d3Jvbmc6", kAuthorization}) {
    const Response response = t.world.answer(post("apiKey.info", Json::object(), authorization), t.now);
    EXPECT_EQ(*header(response, "x-ratelimit-limit"), "1000");
    EXPECT_NE(header(response, "x-ratelimit-remaining"), nullptr);
    EXPECT_NE(header(response, "x-ratelimit-reset"), nullptr);
    EXPECT_EQ(header(response, "x-ashby-request-id")->size(), 26U);
  }
}

TEST(ApiRateLimit, CallOverTheLimitIs429UntilTheWindowEnds) {
  TestWorld t;
  t.world.api.rateLimiter.limit = 2;
  EXPECT_EQ(*header(t.world.answer(post("apiKey.info", Json::object()), t.now), "x-ratelimit-remaining"),
            "1");
  EXPECT_EQ(*header(t.world.answer(post("apiKey.info", Json::object()), t.now), "x-ratelimit-remaining"),
            "0");
  const Response refused = t.world.answer(post("apiKey.info", Json::object()), t.now + 15'000);
  EXPECT_EQ(refused.status, 429);
  EXPECT_EQ(*header(refused, "Retry-After"), "45");
  EXPECT_EQ(*header(refused, "x-ratelimit-reset"), std::to_string((t.now + 60'000) / 1000));
  EXPECT_EQ(Json::parse(refused.body).at("errors"), Json::array({"rate_limit_exceeded"}));
  EXPECT_EQ(t.world.answer(post("apiKey.info", Json::object()), t.now + 60'000).status, 200);
}

TEST(ApiRateLimit, CountsEachKeyByItself) {
  TestWorld t;
  t.world.api.rateLimiter.limit = 1;
  t.world.api.keys.add("other", ApiKeys::readScopes(), "wrong", t.now);
  EXPECT_EQ(t.world.answer(post("apiKey.info", Json::object()), t.now).status, 200);
  EXPECT_EQ(t.world.answer(post("apiKey.info", Json::object(), "Basic d3Jvbmc6"), t.now).status, 200);
}

TEST(ApiFaults, OddChangesTheRightAnswer) {
  TestWorld t;
  const Json ids = t.world.newHires.add(Json::object(), t.now);
  t.world.api.faults.add(
      {.kind = "odd",
       .remaining = 1,
       .patch = R"([{"op":"replace","path":"/0/updatedAt","value":null},{"op":"remove","path":"/7/id"}])"});
  const Json line = t.results("application.list", Json::object()).at(0);
  EXPECT_TRUE(line.at("updatedAt").is_null());
  EXPECT_EQ(line.at("id"), ids.at("applicationId"));
}

TEST(ApiCustomFields, ListEachTypeThatAshbyHas) {
  TestWorld t;
  EXPECT_EQ(t.world.organization.addCustomFieldOfEachType(t.now).size(), 7U);
  EXPECT_EQ(t.results("customField.list", Json::object()).size(), 7U);
}

TEST(ApiConfidentialJobs, AreHiddenFromKeysWithoutTheToggle) {
  TestWorld t;
  const Json ids = t.world.newHires.add({{"confidential", true}}, t.now);
  const Json candidate = {{"id", ids.at("candidateId")}};
  EXPECT_EQ(t.errorCode("job.info", {{"id", ids.at("jobId")}}), "job_not_found");
  EXPECT_EQ(t.errorCode("application.info", {{"applicationId", ids.at("applicationId")}}),
            "application_not_found");
  EXPECT_EQ(t.errorCode("candidate.info", candidate), "candidate_not_found");
  EXPECT_EQ(t.errorCode("offer.info", {{"offerId", ids.at("offerId")}}), "offer_not_found");
  EXPECT_TRUE(t.results("application.list", Json::object()).empty());
  EXPECT_TRUE(t.results("offer.list", Json::object()).empty());

  t.key->confidential = true;
  EXPECT_EQ(t.results("job.info", {{"id", ids.at("jobId")}}).at("confidential"), true);
  EXPECT_EQ(t.results("candidate.info", candidate).at("applicationIds").size(), 1U);
  EXPECT_EQ(t.results("application.list", Json::object()).size(), 1U);
}

TEST(ApiFaults, ApplyToTheirEndpointSoManyTimes) {
  TestWorld t;
  t.world.api.faults.add({.kind = "status", .endpoint = "offer.list", .remaining = 2, .status = 500});
  EXPECT_EQ(t.world.answer(post("apiKey.info", Json::object()), t.now).status, 200);
  EXPECT_EQ(t.world.answer(post("offer.list", Json::object()), t.now).status, 500);
  EXPECT_EQ(t.world.answer(post("offer.list", Json::object()), t.now).status, 500);
  EXPECT_EQ(t.world.answer(post("offer.list", Json::object()), t.now).status, 200);
}

TEST(ApiFaults, MayPickCallsByWhatTheyAskFor) {
  TestWorld t;
  t.world.api.faults.add({.kind = "status", .bodyContains = kUnknownId, .status = 503});
  EXPECT_EQ(t.world.answer(post("job.info", {{"id", kUnknownId}}), t.now).status, 503);
  EXPECT_EQ(t.world.answer(post("job.info", {{"id", "1"}}), t.now).status, 200);
}

TEST(ApiFaults, AThrottledPartnerIsToldSo) {
  TestWorld t;
  t.world.api.faults.add({.kind = "status", .status = 429, .retryAfter = 7, .partnerScope = true});
  const Response response = t.world.answer(post("apiKey.info", Json::object()), t.now);
  EXPECT_EQ(response.status, 429);
  EXPECT_EQ(*header(response, "Retry-After"), "7");
  EXPECT_EQ(*header(response, "X-RateLimit-Scope"), "integration-partner");
}

TEST(ApiFaults, SpoilTheAnswer) {
  TestWorld t;
  using Transport = Response::Transport;
  const std::pair<const char*, Transport> spoilt[] = {
      {"hang", Transport::hang}, {"drop", Transport::drop}, {"halfBody", Transport::halfBody}};
  for (const auto& [kind, transport] : spoilt) {
    t.world.api.faults.add({.kind = kind, .remaining = 1});
    EXPECT_EQ(t.world.answer(post("apiKey.info", Json::object()), t.now).transport, transport);
  }
  t.world.api.faults.add({.kind = "html", .remaining = 1, .status = 502});
  EXPECT_EQ(t.world.answer(post("apiKey.info", Json::object()), t.now).body.rfind("<html>", 0), 0U);
}

TEST(ApiFaults, ALostAnswerWasStillDone) {
  TestWorld t;
  t.world.api.faults.add({.kind = "lostAnswer", .remaining = 1});
  const Json wanted = {{"webhookType", "candidateHire"}, {"requestUrl", "http://h/x"}, {"secretToken", "s"}};
  EXPECT_EQ(t.world.answer(post("webhook.create", wanted), t.now).transport, Response::Transport::drop);
  EXPECT_THAT(t.call("webhook.create", wanted).dump(), testing::HasSubstr("Duplicate webhook"));
}

TEST(ApiFaults, AStaleReadIsTheStateBeforeTheLastChange) {
  TestWorld t;
  const Json ids = t.world.newHires.add({{"offer", "pending"}, {"hire", false}}, t.now);
  const Json asked = {{"applicationId", ids.at("applicationId")}};
  t.world.recruiting.hire(textOf(ids, "applicationId"), t.now);
  t.world.api.faults.add({.kind = "staleRead", .remaining = 1});
  const Json stale = t.results("application.info", asked);
  const Json fresh = t.results("application.info", asked);
  EXPECT_EQ(stale.at("status"), "Active");
  EXPECT_EQ(fresh.at("status"), "Hired");
  EXPECT_LT(textOf(stale, "updatedAt"), textOf(fresh, "updatedAt"));
}

TEST(ApiCalls, AreRememberedAndCounted) {
  TestWorld t;
  t.call("apiKey.info");
  t.call("job.info", {{"id", kUnknownId}});
  t.world.api.faults.add({.kind = "drop"});
  t.world.answer(post("job.info", Json::object()), t.now);
  EXPECT_EQ(t.world.api.callCounts().at("job.info"), 2U);
  EXPECT_EQ(t.world.api.calls().at(1).errorCode, "job_not_found");
  EXPECT_EQ(t.world.api.calls().at(2).status, 0);
}

}  // namespace
}  // namespace ashby_simulator::test
