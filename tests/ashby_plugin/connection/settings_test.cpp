// Tests configure, enable and disable: in either order, repeated and refused.
#include "support/connection.hpp"

namespace ashby::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class ConnectionSetup : public Connection {
 protected:
  // Returns "path:code" for each issue of these settings.
  std::vector<std::string> issuesOf(const std::string& settings) {
    std::vector<std::string> found;
    try {
      configure(settings);
    } catch (const Failure& failure) {
      EXPECT_EQ(failure.code(), Code::invalidArgument) << failure.what();
      for (const auto& issue : failure.error().issues) found.push_back(issue.path + ":" + issue.code);
    }
    return found;
  }
  void scopes(std::set<std::string> allowed) {
    host.secrets.set("apiKey", {"a-limited-key"});
    ashby.world.api.keys.add("limited", std::move(allowed), "a-limited-key", host.clock.now());
  }
  // Returns all keys in the store, except the activity. Refused changes appear in the activity too.
  std::vector<std::string> saved() const {
    std::vector<std::string> found;
    for (const auto& entry : host.store.entries())
      if (!entry.key.starts_with(keys::kActivity)) found.push_back(entry.key);
    return found;
  }
  static constexpr char kOffer[] = R"({"apiKey":"apiKey"})";
};

TEST_F(ConnectionSetup, AreRefusedWithAReasonIfTheyAreVast) {
  integration::Json large, wrong;
  for (int i = 0; i < 20000; ++i)
    large["sources"]["custom/" + std::to_string(i)] = {"custom:" + std::to_string(i)};
  for (int i = 0; i < 5000; ++i) wrong["fields"]["nothing" + std::to_string(i)] = true;
  EXPECT_THAT(issuesOf(large.dump()), ElementsAre(":invalid"));
  const auto issues = issuesOf(wrong.dump());
  EXPECT_EQ(issues.size(), 101U);
  EXPECT_EQ(issues.back(), ":invalid");
}

TEST_F(ConnectionSetup, MayComeAfterEnable) {
  enable();
  EXPECT_EQ(status().state, ConnectionState::incomplete);
  giveKey();
  EXPECT_EQ(status().state, ConnectionState::waiting);
}

TEST_F(ConnectionSetup, MayComeBeforeEnable) {
  giveKey();
  EXPECT_EQ(status().state, ConnectionState::disabled);
  enable();
  EXPECT_EQ(status().state, ConnectionState::waiting);
}

TEST_F(ConnectionSetup, ImportsEarlierDeliveriesOnceKeyComes) {
  enable();
  const std::string id = hire();
  deliver();
  pass(kDay);
  EXPECT_EQ(ashby.calls(), 0U);
  EXPECT_EQ(why(id).state, "waiting");
  giveKey();
  settle();
  EXPECT_EQ(hireOf(id).state, HireState::staged);
}

TEST_F(ConnectionSetup, RefusedKeyLeavesALineAndNothingElse) {
  enable();
  scopes({"candidates:read", "jobs:read", "organization:read"});
  EXPECT_EQ(codeOf([&] { configure(kOffer); }), Code::invalidArgument);
  auto lines = activityOf("settings", "failed");
  ASSERT_THAT(lines, SizeIs(1));
  EXPECT_THAT(lines[0].reason, HasSubstr("lacks Offers"));
  EXPECT_EQ(status().state, ConnectionState::incomplete);

  pass(kSecond);
  ashby.fail("offer.list", 500);
  EXPECT_EQ(codeOf([&] { configure(kOffer); }), Code::unavailable);
  lines = activityOf("settings", "failed");
  ASSERT_THAT(lines, SizeIs(2));
  EXPECT_THAT(lines[0].reason, HasSubstr("HTTP 500"));
}

TEST_F(ConnectionSetup, EnableTwiceIsEnableOnce) {
  enable();
  const auto commits = host.store.commits();
  enable();
  EXPECT_EQ(host.store.commits(), commits);
  EXPECT_THAT(activityOf("settings", "ok"), SizeIs(1));
  disable();
  disable();
  EXPECT_THAT(activityOf("settings", "ok"), SizeIs(2));
}

TEST_F(ConnectionSetup, EnabledAgainCatchesUpWhatHappenedMeanwhile) {
  connect();
  disable();
  const std::string id = hireUnseen();
  pass(kDay);
  EXPECT_EQ(ashby.calls("application.info"), 0U);
  enable();
  settle();
  EXPECT_EQ(hireOf(id).state, HireState::staged);
}

TEST_F(ConnectionSetup, DisabledForgetsNothingThatWasTaken) {
  connect();
  const std::string id = hire();
  deliver();
  disable();
  pass(kDay);
  EXPECT_THAT(hires(), IsEmpty());
  enable();
  settle();
  EXPECT_EQ(hireOf(id).state, HireState::staged);
}

TEST_F(ConnectionSetup, WithAKeyThatAshbyRefusesAreNotSaved) {
  host.secrets.set("apiKey", {AshbyScript::kOldKey});
  EXPECT_THAT(issuesOf(kOffer), ElementsAre("apiKey:refused"));
  EXPECT_THAT(saved(), IsEmpty());
}

TEST_F(ConnectionSetup, MissingPermissionsAreNamedWithWhatToTick) {
  scopes({"candidates:read"});
  try {
    configure(kOffer);
    FAIL();
  } catch (const Failure& failure) {
    ASSERT_THAT(failure.error().issues, SizeIs(3));
    EXPECT_THAT(failure.error().issues[0].message, HasSubstr("tick \"Read\" beside Offers"));
    EXPECT_THAT(failure.error().issues[1].message, HasSubstr("Jobs"));
    EXPECT_THAT(failure.error().issues[2].message, HasSubstr("Organization"));
  }
  EXPECT_THAT(saved(), IsEmpty());
}

TEST_F(ConnectionSetup, TellTheWayToTheKeysInTheHelpPagesWords) {
  const auto messagesOf = [this] {
    std::vector<std::string> messages;
    try {
      configure(kOffer);
    } catch (const Failure& failure) {
      for (const auto& issue : failure.error().issues) messages.push_back(issue.message);
    }
    return messages;
  };
  const auto tellsTheWay = testing::Each(HasSubstr("open Admin area, click \"API Keys\""));
  host.secrets.set("apiKey", {AshbyScript::kOldKey});
  EXPECT_THAT(messagesOf(), testing::AllOf(SizeIs(1), tellsTheWay));
  scopes({"candidates:read"});
  EXPECT_THAT(messagesOf(), testing::AllOf(SizeIs(3), tellsTheWay));
}

TEST_F(ConnectionSetup, NameAPermissionThatIsMissingInAnyForm) {
  host.secrets.set("apiKey", {AshbyScript::kKey});
  for (const int status : {200, 400, 403}) {
    ashby.world.api.faults.add(
        {.kind = "errorForm", .status = status, .code = "missing_endpoint_permission"});
    EXPECT_THAT(issuesOf(kOffer), testing::Each("apiKey:missing_permission")) << status;
    EXPECT_THAT(issuesOf(kOffer), SizeIs(4)) << status;
    ashby.recover();
  }
  EXPECT_THAT(saved(), IsEmpty());
}

TEST_F(ConnectionSetup, NeedNoPermissionButTheFour) {
  scopes({"candidates:read", "offers:read", "jobs:read", "organization:read"});
  EXPECT_THAT(issuesOf(kOffer), IsEmpty());
}

TEST_F(ConnectionSetup, IsUnavailableAndUnsavedIfAshbyIsUnreachable) {
  host.secrets.set("apiKey", {AshbyScript::kKey});
  ashby.reachable = false;
  EXPECT_EQ(codeOf([&] { configure(kOffer); }), Code::unavailable);
  ashby.reachable = true;
  ashby.fail("job.info", 429, {}, 1, 20);
  EXPECT_EQ(codeOf([&] { configure(kOffer); }), Code::unavailable);
  EXPECT_THAT(saved(), IsEmpty());
}

TEST_F(ConnectionSetup, AreNotSavedWhereNoTimeIsLeftToTryTheKey) {
  enable();
  host.secrets.set("apiKey", {AshbyScript::kKey});
  FakeCall call(host, CallKind::configure);
  call.deadlineAt = host.clock.now() + kSecond;
  EXPECT_EQ(codeOf([&] { ashby::configure(call, link, R"({"apiKey":"apiKey"})"); }), Code::unavailable);
  EXPECT_EQ(status().state, ConnectionState::incomplete);
}

TEST_F(ConnectionSetup, ReadNobodysDataToTryAKey) {
  hire();
  giveKey();
  for (const auto& request : host.http.requests())
    EXPECT_THAT(request.body, HasSubstr("00000000-0000-0000-0000-000000000000"));
}

TEST_F(ConnectionSetup, ThatAreAbsentStayAsTheyAre) {
  enable();
  giveKey();
  const auto calls = ashby.calls();
  configure(R"({"importFrom":"2025-01-01"})");
  configure("{}");
  EXPECT_EQ(ashby.calls(), calls);
  EXPECT_EQ(status().state, ConnectionState::waiting);
  EXPECT_THAT(status().settings.text, testing::HasSubstr(R"("importFrom":"2025-01-01")"));
}

TEST_F(ConnectionSetup, ThatAreWrongAreNamed) {
  EXPECT_THAT(issuesOf(R"({"apiKey":null})"), ElementsAre("apiKey:required"));
  for (const char* date : {"2026-02-30", "23.11.2026", "", "2026-11-23T00:00:00Z"})
    EXPECT_THAT(issuesOf(std::string(R"({"importFrom":")") + date + "\"}"), ElementsAre("importFrom:invalid"))
        << date;
  EXPECT_THAT(issuesOf(R"({"importfrom":"2026-01-01"})"), ElementsAre("importfrom:unknown"));
  EXPECT_EQ(codeOf([&] { configure("nonsense"); }), Code::invalidArgument);
  EXPECT_THAT(saved(), IsEmpty());
}

}  // namespace
}  // namespace ashby::test
