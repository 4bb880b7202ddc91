#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>

#include "integration/host/crash_records.hpp"
#include "load.hpp"
#include "torture.hpp"

namespace fault {
namespace {

using host_stub_test::Connected;
using std::chrono::milliseconds;

constexpr int kSegv = 128 + SIGSEGV;

std::filesystem::path crashRecords(const Connected& connected) {
  return connected.host.data() / "crashes";
}

// Ends the pause after crashes, which would outlast the run.
bool allow(const Connected& connected) {
  return host_stub_test::runProgram(
             {HOST_STUB, "plugin", "allow", "ashby", "--data", connected.host.data().string()})
             .status == 0;
}

// Prints the host's answers; returns whether they hold and each crash has a record. Other records are an
// error.
bool holds(Connected& connected, const Load& load, std::size_t crashes) {
  std::vector<std::string> found = broken(connected, load);
  const auto all = integration::readCrashRecords(crashRecords(connected));
  const auto records = static_cast<std::size_t>(std::count_if(
      all.begin(), all.end(), [](const integration::CrashRecord& one) { return one.how != "allowed"; }));
  if (records != crashes)
    found.push_back(std::to_string(records) + " records of " + std::to_string(crashes) + " crashes");
  for (const std::string& line : found) std::printf("%s\n", line.c_str());
  const Answered& answered = load.answered();
  std::printf(
      "%zu deliveries acknowledged, %zu members made, %zu hires deleted, %zu requests refused or "
      "unanswered\n",
      answered.delivered.size(), answered.members.size(), answered.deleted.size(),
      answered.unanswered + answered.refused);
  return found.empty();
}

}  // namespace

bool killAgainAndAgain(int kills, std::uint64_t seed) {
  Connected connected;
  connected.ashby("PATCH", "/_control/settings", R"({"rateLimit":1000000})");
  Load load(connected, seed);
  std::mt19937_64 random(seed);
  int whileStarting = 0;
  milliseconds slowestStart{0};
  for (int i = 0; i < kills; ++i) {
    load.begin();
    std::this_thread::sleep_for(milliseconds(50 + random() % 600));
    connected.host.kill();
    load.end();
    if (i % 5 == 4 && ++i < kills) {
      connected.host.startInVain(milliseconds(random() % 150));
      ++whileStarting;
    }
    const auto before = std::chrono::steady_clock::now();
    connected.host.start();
    slowestStart = std::max(
        slowestStart, std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now() - before));
  }
  std::printf("%d times SIGKILL, %d of them while the host started; the slowest start took %lld ms: ", kills,
              whileStarting, static_cast<long long>(slowestStart.count()));
  return holds(connected, load, 0);
}

bool failAgainAndAgain(int starts, std::uint64_t seed) {
  Connected connected;
  connected.ashby("PATCH", "/_control/settings", R"({"rateLimit":1000000})");
  Load load(connected, seed);
  connected.host.options().plugins = ERRATIC;
  std::size_t crashes = 0;
  bool hasEndedWell = connected.host.stop() == 0;
  for (int i = 0; i < starts; ++i) {
    connected.host.start();
    load.begin();
    const bool hasCrashed =
        host_stub_test::eventually([&] { return connected.host.hasEnded(); }, std::chrono::seconds(2));
    load.end();
    const int status = hasCrashed ? connected.host.waitForEnd() : connected.host.stop();
    crashes += status == kSegv ? 1 : 0;
    hasEndedWell = hasEndedWell && (status == 0 || status == kSegv) && allow(connected);
  }
  connected.host.options().plugins = PLUGINS;
  connected.host.start();
  std::printf("a plugin that failed at random, and crashed %zu times in %d starts: ", crashes, starts);
  return holds(connected, load, crashes) && hasEndedWell;
}

}  // namespace fault
