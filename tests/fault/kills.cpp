#include <algorithm>
#include <chrono>
#include <cstdio>

#include "load.hpp"
#include "torture.hpp"

namespace fault {
namespace {

using host_stub_test::Connected;
using std::chrono::milliseconds;

void print(const Load& load, int kills, int whileStarting, milliseconds slowestStart) {
  const Answered& answered = load.answered();
  std::printf(
      "%d times SIGKILL, %d of them while the host started: %zu deliveries acknowledged, %zu members made, "
      "%zu hires deleted, %zu requests died unanswered; the slowest start took %lld ms\n",
      kills, whileStarting, answered.delivered.size(), answered.members.size(), answered.deleted.size(),
      answered.unanswered + answered.refused, static_cast<long long>(slowestStart.count()));
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
  const std::vector<std::string> found = broken(connected, load);
  for (const std::string& line : found) std::printf("%s\n", line.c_str());
  print(load, kills, whileStarting, slowestStart);
  return found.empty();
}

}  // namespace fault
