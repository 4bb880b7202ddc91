// Tests the reconciliation with Ashby, which finds what no webhook brought.
#include "support/connection.hpp"

namespace ashby::test {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

class ReconciliationTest : public Connected {
 protected:
  std::vector<integration::Json> asked() {
    std::vector<integration::Json> bodies;
    for (const auto& request : host.http.requests())
      if (request.url.ends_with("/application.list")) bodies.push_back(integration::parseJson(request.body));
    return bodies;
  }
};

TEST_F(ReconciliationTest, FindsAHireThatNoWebhookTold) {
  pass(kMinute);
  const std::string id = hireUnseen();
  pass(16 * kMinute);
  EXPECT_EQ(hireOf(id).state, HireState::staged);
}

TEST_F(ReconciliationTest, FindsWhoLeftHired) {
  const NewHire hired = import();
  pass(2 * kMinute);
  ashby.world.outbox.muted = true;
  ashby.world.recruiting.unhire(hired.source.applicationId, host.clock.now());
  pass(16 * kMinute);
  EXPECT_EQ(hireOf(hired.source.applicationId).state, HireState::withdrawn);
}

TEST_F(ReconciliationTest, NeedsNoWebhookAtAll) {
  const std::string id = hireUnseen();
  EXPECT_EQ(status().state, ConnectionState::waiting);
  pass(16 * kMinute);
  EXPECT_EQ(hireOf(id).state, HireState::staged);
}

TEST_F(ReconciliationTest, ReadsOnlyWhoIsHiredAndCounts) {
  for (int i = 0; i < 5; ++i) hireUnseen({{"hire", false}, {"offer", "none"}});
  for (int i = 0; i < 5; ++i) hireUnseen({{"hiredAt", "2023-05-04"}});
  const std::string id = hireUnseen();
  sync();
  settle();
  EXPECT_EQ(ashby.calls("application.info"), 1U);
  EXPECT_THAT(hires(), SizeIs(1));
  EXPECT_EQ(hires()[0].source.applicationId, id);
}

TEST_F(ReconciliationTest, GoesThroughEveryPage) {
  ashby.world.outbox.muted = true;
  for (int i = 0; i < 250; ++i) hire({{"name", "Person " + std::to_string(i)}});
  sync();
  pass(10 * kMinute);
  integration::ListQuery query;
  query.limit = 10;
  EXPECT_EQ(list(query).total, 250U);
}

TEST_F(ReconciliationTest, AsksOnlyForWhatChangedSince) {
  pass(kHour);
  const auto requests = asked();
  ASSERT_THAT(requests, SizeIs(5));
  EXPECT_FALSE(requests[0].contains("syncToken"));
  EXPECT_TRUE(requests[4].contains("syncToken"));
  EXPECT_FALSE(requests[4].contains("status"));
}

TEST_F(ReconciliationTest, BeginsAgainWhenItsTokenIsSpent) {
  pass(kMinute);
  const std::string id = hireUnseen();
  ashby.world.api.pager.expireSyncTokens();
  sync();
  settle();
  EXPECT_EQ(hireOf(id).state, HireState::staged);
  EXPECT_FALSE(asked().back().contains("syncToken"));
  EXPECT_THAT(activityOf("reconcile", "retrying"), SizeIs(1));
  EXPECT_NE(status().state, ConnectionState::failing);
}

TEST_F(ReconciliationTest, BeginsAgainWhenItsCursorIsSpent) {
  ashby.world.outbox.muted = true;
  for (int i = 0; i < 150; ++i) hire({{"name", "Person " + std::to_string(i)}});
  sync();
  ashby.during("application.list", [&] { ashby.world.api.pager.expireCursors(); });
  pass(10 * kMinute);
  integration::ListQuery query;
  EXPECT_EQ(list(query).total, 150U);
}

TEST_F(ReconciliationTest, TokenExpiryWithoutTokenIsNotRetriedAtOnce) {
  for (int i = 0; i < 60; ++i)
    ashby.answerNext("application.list", 200, R"({"success":false,"errors":["sync_token_expired"]})");
  pass(kMinute);
  sync();
  pass(2 * kSecond);
  EXPECT_LE(asked().size(), 5U);
}

TEST_F(ReconciliationTest, IsTriedAgainWhereItFails) {
  pass(kMinute);
  const std::string id = hireUnseen();
  ashby.fail("application.list", 500, {}, 3);
  sync();
  pass(kMinute);
  EXPECT_EQ(hireOf(id).state, HireState::staged);
}

TEST_F(ReconciliationTest, GoesOnAfterUnreadableAndDoubledLines) {
  const std::string line =
      R"({"id":"app-1","status":"Hired","updatedAt":"2026-11-23T10:00:00.000Z","candidate":{"id":"c"}})";
  ashby.answerNext(
      "application.list", 200,
      R"({"success":true,"results":[{"id":"bad","candidate":null},7,{"id":"../x","status":"Hired","updatedAt":"z","candidate":{"id":"c"}},)" +
          line + "," + line + R"(],"moreDataAvailable":false,"syncToken":"t"})");
  sync();
  settle();
  EXPECT_TRUE(host.store.get(keys::inbox("app-1")).present());
  EXPECT_TRUE(host.store.get(keys::inbox("bad")).present());  // read by its id later
  EXPECT_EQ(asked().back().contains("syncToken"), true);
}

// Each patch spoils the hire's own line; application.info answers correctly.
TEST_F(ReconciliationTest, AsksForWhoeverALineDoesNotTellOf) {
  for (const char* patch : {R"([{"op":"replace","path":"/0/updatedAt","value":null}])",
                            R"([{"op":"replace","path":"/0/updatedAt","value":1764460800000}])",
                            R"([{"op":"replace","path":"/0/updatedAt","value":"yesterday"}])",
                            R"([{"op":"replace","path":"/0/status","value":{"name":"Hired"}}])",
                            R"([{"op":"remove","path":"/0/status"}])",
                            R"([{"op":"replace","path":"/0/candidate/name","value":{}}])",
                            R"([{"op":"remove","path":"/0/candidate"}])",
                            R"([{"op":"replace","path":"/0/job","value":"Engineer"}])"}) {
    pass(kMinute);
    const std::string id = hireUnseen();
    ashby.world.api.faults.add(
        {.kind = "odd", .endpoint = "application.list", .remaining = 1, .patch = patch});
    sync();
    settle();
    EXPECT_EQ(hireOf(id).state, HireState::staged) << patch;
  }
}

TEST_F(ReconciliationTest, FollowsAHireWhoseLineTellsNoTime) {
  for (const char* patch : {R"([{"op":"replace","path":"/0/updatedAt","value":null}])",
                            R"([{"op":"replace","path":"/0/updatedAt","value":"yesterday"}])"}) {
    const auto compareAfter = [&](const char* stage, const std::string& id) {
      pass(kMinute);
      ashby.world.outbox.muted = true;
      ashby.world.recruiting.move(id, stage, host.clock.now());
      ashby.world.outbox.muted = false;
      ashby.world.api.faults.add(
          {.kind = "odd", .endpoint = "application.list", .remaining = 1, .patch = patch});
      sync();
      settle();
    };
    pass(kMinute);
    const std::string id = hireUnseen();
    sync();
    settle();
    EXPECT_EQ(hireOf(id).state, HireState::staged) << patch;
    compareAfter("Offer", id);
    EXPECT_EQ(hireOf(id).state, HireState::withdrawn) << patch;
    compareAfter("Hired", id);
    EXPECT_EQ(hireOf(id).state, HireState::staged) << patch;
  }
}

TEST_F(ReconciliationTest, TellsHowManyLinesHaveNoId) {
  pass(kMinute);
  for (int i = 0; i < 3; ++i) hireUnseen({{"name", "Person " + std::to_string(i)}});
  ashby.world.api.faults.add(
      {.kind = "odd",
       .endpoint = "application.list",
       .remaining = 1,
       .patch = R"([{"op":"remove","path":"/0/id"},{"op":"replace","path":"/1","value":7}])"});
  sync();
  settle();
  EXPECT_THAT(hires(), SizeIs(1));
  EXPECT_THAT(activityOf("reconcile", "ok").at(0).reason, HasSubstr("lines without an id"));
  EXPECT_THAT(activityOf("reconcile", "ok").at(0).reason, HasSubstr(": 2"));
}

// Ashby may refuse the token in any words.
TEST_F(ReconciliationTest, AsksWithoutATokenThatIsRefused) {
  const std::pair<int, const char*> refusals[] = {
      {200, R"({"success":false,"errors":["sync_token_expired"]})"},
      {200, R"({"success":false,"errors":[{"message":"sync_token_expired","parameter":"syncToken"}]})"},
      {200, R"({"success":false,"errors":["invalid_input"]})"},
      {200, R"({"success":false})"},
      {200, R"({"success":false,"errors":["a_new_word"]})"},
      {400, R"({"success":false,"errors":["sync_token_invalid"]})"},
      {400, "Bad Request"},
      {404, ""},
      {422, R"({"message":"syncToken"})"}};
  for (const auto& [status, body] : refusals) {
    pass(kMinute);
    const std::string id = hireUnseen();
    ashby.answerNext("application.list", status, body);
    sync();
    settle();
    EXPECT_EQ(hireOf(id).state, HireState::staged) << status << body;
    EXPECT_FALSE(asked().back().contains("syncToken")) << status << body;
  }
}

TEST_F(ReconciliationTest, OfARefusedCursorIsNotRepeatedAtOnceForEver) {
  ashby.world.outbox.muted = true;
  for (int i = 0; i < 150; ++i) hire({{"name", "Person " + std::to_string(i)}});
  ashby.world.api.faults.add({.kind = "errorForm",
                              .endpoint = "application.list",
                              .bodyContains = "cursor",
                              .status = 400,
                              .code = "x"});
  const auto before = asked().size();
  sync();
  settle();
  EXPECT_LE(asked().size() - before, 5U);
  EXPECT_NE(status().state, ConnectionState::failing);
  pass(2 * kHour);
  EXPECT_EQ(status().state, ConnectionState::failing);
  EXPECT_THAT(status().health, HasSubstr("Comparing with Ashby fails since"));
  ashby.recover();
  pass(kHour);
  EXPECT_NE(status().state, ConnectionState::failing);
}

TEST_F(ReconciliationTest, ThatIsRefusedForAnHourShowsInTheHealth) {
  pass(kMinute);
  ashby.world.api.faults.add({.kind = "error", .endpoint = "application.list", .code = "invalid_input"});
  sync();
  pass(50 * kMinute);
  EXPECT_NE(status().state, ConnectionState::failing);
  pass(kHour);
  EXPECT_EQ(status().state, ConnectionState::failing);
  EXPECT_THAT(status().health, HasSubstr("invalid_input"));
}

TEST_F(ReconciliationTest, OfAListOfAnotherShapeFailsAndKeepsItsPlace) {
  pass(kMinute);
  for (const char* results : {"null", "{}", "\"x\""})
    ashby.answerNext("application.list", 200,
                     std::string(R"({"success":true,"syncToken":"new","results":)") + results + "}");
  sync();
  pass(kMinute);
  for (const auto& body : asked()) EXPECT_THAT(integration::dumpJson(body), Not(HasSubstr("\"new\"")));
}

TEST_F(ReconciliationTest, EndsThoughAshbyRepeatsItsCursor) {
  pass(kMinute);
  for (int i = 0; i < 3; ++i)
    ashby.answerNext("application.list", 200,
                     R"({"success":true,"results":[],"moreDataAvailable":true,"nextCursor":"same"})");
  sync();
  pass(kSecond);
  EXPECT_LE(asked().size(), 4U);
}

TEST_F(ReconciliationTest, SaysNothingWhereNothingChanged) {
  pass(kDay);
  EXPECT_THAT(activityOf("reconcile", "ok"), IsEmpty());
}

TEST_F(ReconciliationTest, IsToldWhereItFoundSomething) {
  hireUnseen();
  pass(16 * kMinute);
  ASSERT_THAT(activityOf("reconcile", "ok"), Not(IsEmpty()));
  EXPECT_THAT(activityOf("reconcile", "ok")[0].reason, HasSubstr("pages read: 1"));
}

}  // namespace
}  // namespace ashby::test
