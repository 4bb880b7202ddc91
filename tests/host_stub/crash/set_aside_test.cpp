// Tests a hire whose reading crashed the host twice, with the real host and the real plugin. The host sets
// the hire aside and imports the others.
#include <gtest/gtest.h>

#include "acme/host_process.hpp"
#include "hosting/crashes/crash_watch.hpp"
#include "integration/time.hpp"

namespace host_stub_test {
namespace {

// Writes a record of a crash two hours ago.
void recordCrash(const Connected& connected, const std::string& item) {
  const std::int64_t now = std::chrono::duration_cast<std::chrono::milliseconds>(
                               std::chrono::system_clock::now().time_since_epoch())
                               .count();
  integration::appendCrashRecord(host_stub::crashRecordsFile(connected.host.data()),
                                 {now - 2 * 3600000, "SIGSEGV", "ashby", "run_work", connected.id, "", item});
}

std::size_t linesOf(const Connected& connected, const std::string& item, const std::string& outcome) {
  std::size_t lines = 0;
  for (const Json& line : connected.activity())
    if (line["applicationId"] == item && line["kind"] == "import" && line["outcome"] == outcome) ++lines;
  return lines;
}

TEST(CrashingHire, IsSetAsideAndOthersComeIn) {
  Connected connected;
  connected.ashby("POST", "/_control/faults",
                  R"({"kind":"status","status":500,"endpoint":"application.info"})");
  const std::string poison = connected.hire(R"({"name":"Amara Okafor"})"),
                    other = connected.hire(R"({"name":"Omar Reyes"})");
  for (const std::string& hire : {poison, other})
    ASSERT_TRUE(eventually([&] { return linesOf(connected, hire, "retrying") == 1; }));
  connected.host.stop();
  recordCrash(connected, poison);
  recordCrash(connected, poison);
  connected.ashby("DELETE", "/_control/faults");
  connected.host.start();

  EXPECT_EQ(connected.newHires(1)[0]["source"]["applicationId"], other);
  ASSERT_TRUE(eventually([&] { return linesOf(connected, poison, "failed") == 1; }));
  EXPECT_EQ(connected.connection()["state"], "failing");
  EXPECT_EQ(connected.newHires(1).size(), 1u);

  connected.host.call("POST", "/api/connections/" + connected.id + "/activity/retry");
  EXPECT_EQ(connected.newHires(2).size(), 2u);
  EXPECT_EQ(connected.connection()["state"], "active");
}

}  // namespace
}  // namespace host_stub_test
