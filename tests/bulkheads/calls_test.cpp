// Tests a loaded broken plugin in the real host. The sound plugin beside it must not notice.
#include <signal.h>

#include <map>
#include <thread>

#include "beside.hpp"
#include "broken_plugins.hpp"

namespace bulkheads {
namespace {

class ConnectedPlugin : public Beside, public testing::TestWithParam<BrokenPlugin> {
 protected:
  ConnectedPlugin() : Beside({GetParam().name}) {}

  const std::string& name() const { return GetParam().name; }
  const std::string& said() const { return GetParam().said; }
  std::string path() const { return "/api/connections/" + broken_.id; }
  std::string hire() const { return "/api/new-hires/" + broken_.id + "-1"; }
  Json missing() const {
    return ask("GET", "/api/new-hires?$limit=1").json().value("incomplete", Json::array());
  }
  int delivered() const { return deliver(broken_, Json::object()).status; }

  // Makes all requests of a platform twice, since a plugin may break at the second time.
  void provoke() const {
    for (int i = 0; i < 2; ++i) {
      ask("POST", path() + "/enable");
      ask("PUT", path() + "/settings", Json::object());
      delivered();
      for (const char* of : {"", "/settings", "/activity", "/why?q=x", "/choices/department"})
        ask("GET", path() + of);
      ask("POST", path() + "/sync");
      ask("GET", "/api/new-hires?$limit=1&q=x");
      ask("GET", hire());
      ask("PATCH", hire(), kEdit);
      ask("POST", hire() + "/promote");
      page(owner_, "/admin/connections/" + broken_.id);
    }
  }
  void expectItself() const {
    const Itself itself = GetParam().itself;
    EXPECT_EQ(delivered(), itself == Itself::takesNothing ? 503 : 200);
    const bool fails = itself == Itself::fails;
    const std::string state = fails || itself == Itself::cannotTell ? "failing" : "active";
    Json connection;
    // On a busy machine a late answer counts for a while.
    EXPECT_TRUE(host_stub_test::eventually([&] {
      connection = ask("GET", path()).json();
      return connection["state"] == state;
    })) << connection;
    const Json gaps = missing();
    if (connection["state"] == "failing") expectNamed(connection["health"].get<std::string>(), "status");
    ASSERT_EQ(gaps.size(), fails || itself == Itself::isMissing ? 1u : 0u) << gaps;
    if (!gaps.empty()) expectNamed(gaps[0]["reason"].get<std::string>(), "list_staged");
    if (itself == Itself::cannotAdd) expectFailure(ask("POST", hire() + "/promote"));
    if (itself == Itself::cannotEdit) expectFailure(ask("PATCH", hire(), kEdit));
    if (itself == Itself::cannotSayWhy) expectFailure(ask("GET", path() + "/why?q=x"));
  }
  void expectFailure(const HttpAnswer& answer) const {
    EXPECT_GE(answer.status, 500) << answer.body;
    EXPECT_NE(answer.body.find(said()), std::string::npos) << answer.body;
  }
  void expectNamed(const std::string& text, const std::string& entry) const {
    for (const std::string& word : {name(), entry, broken_.id})
      EXPECT_NE(text.find(word), std::string::npos) << "not named: " << word << " in " << text;
  }

  const Json kEdit = {{"fields", {{"firstName", "Ada"}}}};
  const Connection broken_ = connect(owner_, name());
};

using FailingPlugin = ConnectedPlugin;
using MissingPlugin = ConnectedPlugin;
using RuinedPlugin = ConnectedPlugin;

class PluginCrash : public ConnectedPlugin {
 protected:
  void SetUp() override {
    if (kIsSanitized) GTEST_SKIP() << "a sanitizer ends the host in its own way";
  }
};

// A plugin that hangs in a delivery, which has its own thread.
class HungPlugin : public ConnectedPlugin {
 protected:
  ~HungPlugin() override { delivering_.join(); }

  std::thread delivering_{[this] { delivered(); }};
};

TEST_P(ConnectedPlugin, TheSoundOneIsServed) {
  provoke();
  expectAllServed("a1");
  expectItself();
  EXPECT_EQ(ask("GET", "/api/people").json()["total"], 0);
  EXPECT_EQ(ask("DELETE", path()).status, 204);
  expectAllServed("a2");
  expectToStop(0);
}

TEST_P(FailingPlugin, ItsFailuresAreCounted) {
  EXPECT_EQ(ask("GET", path()).json()["state"], "failing");
  const std::string counted = "host_stub_plugin_failures_total{entry=\"status\",plugin=\"" + name() + "\"}";
  EXPECT_NE(ask("GET", "/metrics").body.find(counted), std::string::npos);
}

TEST_P(PluginCrash, TheSoundOneIsServedAfterARestart) {
  EXPECT_EQ(delivered(), 0);
  const std::map<std::string, int> ends = {
      {"SIGSEGV", 128 + SIGSEGV}, {"SIGABRT", 128 + SIGABRT}, {"exit", 70}};
  EXPECT_EQ(host_.waitForEnd(), ends.at(said()));
  host_.start();
  const std::string record = said() + " in " + name() + ", handle_webhook, connection " + broken_.id;
  EXPECT_NE(host_.log().find(record), std::string::npos) << host_.log();
  expectAllServed("a1");
  expectToStop(0);
}

TEST_P(PluginCrash, ItsCallsPauseAfterTheSecondOne) {
  for (int i = 0; i < 2; ++i) {
    EXPECT_EQ(delivered(), 0);
    (void)host_.waitForEnd();
    host_.start();
  }
  const HttpAnswer answer = deliver(broken_, Json::object());
  EXPECT_EQ(answer.status, 503);
  EXPECT_TRUE(answer.headers.contains("Retry-After"));
  const Json connection = ask("GET", path()).json();
  EXPECT_EQ(connection["state"], "failing") << connection;
  expectNamed(connection["health"].get<std::string>(), "handle_webhook");
  EXPECT_EQ(missing().size(), 1u);
  expectAllServed("a1");
  EXPECT_EQ(ask("DELETE", path()).status, 204);
  expectToStop(0);
}

TEST_P(RuinedPlugin, TheSoundOneIsServedAfterARestart) {
  delivered();
  host_.stop();
  host_.start();
  expectAllServed("a1");
  expectToStop(0);
}

TEST_P(HungPlugin, TheSoundOneIsServedAndTheHostEnds) {
  expectAllServed("a1");
  expectToStop(71);
  const std::string held = "\"entry\":\"" + said() + "\",\"connection\":\"" + broken_.id + "\"";
  EXPECT_NE(host_.log().find(held), std::string::npos) << host_.log();
  host_.start();
  expectAllServed("a2");
}

TEST_P(MissingPlugin, TheSoundOneIsServed) {
  expectToStop(0);
  plugins_.remove(name());
  host_.start();
  expectAllServed("a1");
  const Json gaps = missing();
  ASSERT_EQ(gaps.size(), 1u) << gaps;
  EXPECT_EQ(gaps[0]["connectionId"], broken_.id);
  EXPECT_EQ(gaps[0]["integration"], name());
  EXPECT_EQ(ask("GET", path()).json()["state"], "unavailable");
  const std::string sentence = "are missing: the plugin " + name() + " is not loaded: it is not";
  EXPECT_NE(page(owner_, "/new-hires").body.find(sentence), std::string::npos);
  EXPECT_EQ(page(owner_, "/admin/connections/" + broken_.id).status, 200);
  EXPECT_EQ(page(owner_, "/new-hires.csv").status, 503);
  const HttpAnswer answer = deliver(broken_, Json::object());
  EXPECT_EQ(answer.status, 503);
  EXPECT_TRUE(answer.headers.contains("Retry-After"));
  EXPECT_EQ(ask("DELETE", path()).status, 204);
  EXPECT_EQ(ask("GET", path()).status, 404);
  expectToStop(0);
}

RUN_FOR(ConnectedPlugin, Itself::works, Itself::cannotTell, Itself::fails, Itself::isMissing,
        Itself::takesNothing, Itself::cannotAdd, Itself::cannotEdit, Itself::cannotSayWhy);
RUN_FOR(FailingPlugin, Itself::fails, Itself::cannotTell);
RUN_FOR(PluginCrash, Itself::endsTheHost);
RUN_FOR(RuinedPlugin, Itself::ruinsTheHost);
RUN_FOR(HungPlugin, Itself::hangs);
const std::vector<BrokenPlugin> kRemoved = {{"no_reply", "is removed", Itself::works, ""}};
INSTANTIATE_TEST_SUITE_P(Round, MissingPlugin, testing::ValuesIn(kRemoved), nameOf);

}  // namespace
}  // namespace bulkheads
