// Tests a plugin that crashes the real host, and the host's next starts.
#include <Poco/Exception.h>
#include <gtest/gtest.h>
#include <signal.h>

#include <cstdlib>
#include <sstream>

#include "acme/acme_host.hpp"
#include "integration/host/crash_records.hpp"

namespace host_stub_test {
namespace {

constexpr int kSegv = 128 + SIGSEGV;

class KilledHost : public testing::Test {
 protected:
  std::filesystem::path recordsFile() { return acme.host.data() / "crashes"; }
  std::vector<integration::CrashRecord> records() { return integration::readCrashRecords(recordsFile()); }
  std::size_t timesLogged(const std::string& text) {
    const std::string log = acme.host.log();
    std::size_t times = 0;
    for (std::size_t at = log.find(text); at != std::string::npos; at = log.find(text, at + 1)) ++times;
    return times;
  }
  Json connection(const std::string& id) { return acme.get("/api/connections/" + id); }
  // Adds a recipient; without one the outbox keeps no notice.
  void subscribe() {
    acme.call("PUT", "/api/notifications/settings",
              {{"recipients", {{{"name", "Ann"}, {"email", "ann@example.org"}, {"kinds", {"new_hire"}}}}}});
  }
  bool isTold(const std::string& key) {
    return eventually([&] {
      return acme.call("GET", "/api/notifications").body.find("under " + key) != std::string::npos;
    });
  }

  AcmeHost acme;
};

// A host whose Acme crashes it; the mode says in which call.
class CrashingPlugin : public KilledHost {
 protected:
  void SetUp() override {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    GTEST_SKIP() << "crashes are not recorded under a sanitizer";
#endif
  }
  // Delivers a notice; the host may end before it answers.
  void deliver(const std::string& connection) {
    try {
      acme.tell(connection, "k");
    } catch (const Poco::Exception&) {
    }
  }
  void crashAtWork(const std::string& connection) {
    acme.setMode(connection, "crashes at work");
    deliver(connection);
    EXPECT_EQ(acme.host.waitForEnd(), kSegv);
  }
  // Starts the host again and expects a crash, because the work that crashed it is still due.
  void startAndCrash() {
    const std::optional<int> ended = acme.host.startOrEnd();
    EXPECT_EQ(ended ? *ended : acme.host.waitForEnd(), kSegv);
  }
  // Dates the crash records back. One minute ends the back-off of a connection in two records.
  void setRecordsBack(int minutes = 1) {
    std::vector<integration::CrashRecord> all = records();
    std::filesystem::remove(recordsFile());
    for (integration::CrashRecord& record : all) {
      record.at -= minutes * 61000;
      integration::appendCrashRecord(recordsFile(), record);
    }
  }
  // Returns the beginnings and ends of Acme's work in the log, as pairs of connection and event.
  std::vector<std::pair<std::string, std::string>> runs() {
    std::vector<std::pair<std::string, std::string>> runs;
    std::istringstream log(acme.host.log());
    for (std::string line; std::getline(log, line);) {
      const Json json = integration::parseJson(line, "a line of the log");
      const std::string event = json["event"].get<std::string>();
      if (event.starts_with("work ")) runs.emplace_back(json["connection"].get<std::string>(), event);
    }
    return runs;
  }
};

TEST_F(CrashingPlugin, IsNamedInTheRecordAndAtTheNextStart) {
  const std::string id = acme.connect();
  crashAtWork(id);
  ASSERT_EQ(records().size(), 1u);
  EXPECT_EQ(records()[0].how, "SIGSEGV");
  EXPECT_EQ(records()[0].plugin, "acme");
  EXPECT_EQ(records()[0].entry, "run_work");
  EXPECT_EQ(records()[0].connection, id);
  startAndCrash();
  EXPECT_EQ(timesLogged("SIGSEGV in acme, run_work, connection " + id), 1u);
}

TEST_F(CrashingPlugin, FailsAloneAfterTwoCrashes) {
  const std::string crashing = acme.connect("crashing"), sound = acme.connect("sound");
  subscribe();
  crashAtWork(crashing);
  startAndCrash();
  acme.host.start();
  EXPECT_EQ(connection(crashing)["state"], "failing");
  EXPECT_NE(connection(crashing)["health"].get<std::string>().find("SIGSEGV in acme"), std::string::npos);
  EXPECT_EQ(connection(sound)["state"], "active");
  acme.stage(crashing, "a1");  // its deliveries are taken
  acme.tell(sound, "sound");
  EXPECT_TRUE(isTold("sound"));
  EXPECT_EQ(records().size(), 2u);
  EXPECT_EQ(acme.host.stop(), 0);
}

TEST_F(CrashingPlugin, IsTriedAgainAfterItsBackOff) {
  const std::string id = acme.connect();
  crashAtWork(id);
  startAndCrash();
  setRecordsBack();
  startAndCrash();
  EXPECT_EQ(records().size(), 3u);
  acme.host.start();  // serves: the back-off is two minutes now
  EXPECT_EQ(connection(id)["state"], "failing");
}

TEST_F(CrashingPlugin, RunsAloneUntilItHasRecovered) {
  const std::string suspect = acme.connect("suspect"), sound = acme.connect("sound");
  crashAtWork(suspect);
  startAndCrash();
  acme.host.start();
  for (const std::string& id : {suspect, sound}) acme.setMode(id, "always at work");
  acme.tell(sound, "k");
  EXPECT_EQ(acme.host.stop(), 0);
  setRecordsBack(10);
  acme.host.start();
  EXPECT_TRUE(eventually([&] { return connection(suspect)["state"] == "active"; }));
  EXPECT_EQ(records().back().how, "recovered");
  EXPECT_EQ(acme.host.stop(), 0);
  const auto all = runs();
  const auto first = std::find(all.begin(), all.end(), std::pair(suspect, std::string("work begins")));
  ASSERT_LT(first + 1, all.end());
  EXPECT_EQ(*(first + 1), std::pair(suspect, std::string("work ends")));
  // No other connection's work was under way when it began.
  EXPECT_TRUE(first == all.begin() || (first - 1)->second == "work ends");
}

TEST_F(CrashingPlugin, IsLeftOutAfterThreeConnectionsUntilAllowed) {
  const std::vector<std::string> ids = {acme.connect("c1"), acme.connect("c2"), acme.connect("c3")};
  for (const std::string& id : ids) {
    EXPECT_EQ(connection(id)["state"], "active");
    acme.setMode(id, "crashes at a delivery");
    deliver(id);
    EXPECT_EQ(acme.host.waitForEnd(), kSegv);
    acme.host.start();
  }
  EXPECT_EQ(connection(ids[0])["state"], "unavailable");
  EXPECT_NE(connection(ids[0])["health"].get<std::string>().find("host_stub plugin allow acme"),
            std::string::npos);
  EXPECT_EQ(acme.deliver(ids[0], {}).status, 503);
  EXPECT_EQ(acme.host.stop(), 0);
  EXPECT_EQ(runProgram({HOST_STUB, "plugin", "allow", "acme", "--data", acme.host.data().string()}).status,
            0);
  acme.host.start();
  EXPECT_EQ(connection(ids[0])["state"], "active");
  acme.stage(acme.connect("c4"), "a1");
}

TEST_F(CrashingPlugin, EndsTheHostWithSeventyByExit) {
  const std::string id = acme.connect();
  acme.setMode(id, "exits at work");
  deliver(id);
  EXPECT_EQ(acme.host.waitForEnd(), 70);
  ASSERT_EQ(records().size(), 1u);
  EXPECT_EQ(records()[0].how, "exit");
  EXPECT_EQ(records()[0].entry, "run_work");
  EXPECT_EQ(records()[0].connection, id);
}

TEST_F(KilledHost, IsToldAtTheNextStart) {
  acme.host.kill();
  acme.host.start();
  EXPECT_EQ(timesLogged("did not end cleanly\",\"lastCrashRecord\":\"none\""), 1u) << acme.host.log();
  EXPECT_EQ(acme.host.stop(), 0);
  acme.host.start();
  EXPECT_EQ(timesLogged("did not end cleanly"), 1u);
}

// KILLS in the environment sets the number of kills.
TEST_F(KilledHost, BlamesNobody) {
  const char* wanted = std::getenv("KILLS");
  const int kills = wanted == nullptr ? 5 : std::atoi(wanted);
  const std::string id = acme.connect();
  subscribe();
  acme.setMode(id, "always at work");
  for (int i = 0; i < kills; ++i) {
    const std::size_t before = timesLogged("work begins");
    acme.tell(id, "k" + std::to_string(i) + ".");
    ASSERT_TRUE(eventually([&] { return timesLogged("work begins") > before; }));
    acme.host.kill();
    acme.host.start();
  }
  EXPECT_TRUE(records().empty());
  EXPECT_EQ(connection(id)["state"], "active");
  for (int i = 0; i < kills; ++i) EXPECT_TRUE(isTold("k" + std::to_string(i) + "."));
}

}  // namespace
}  // namespace host_stub_test
