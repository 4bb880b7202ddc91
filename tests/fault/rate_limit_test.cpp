// Tests an Ashby that refuses everything with 429 for a while.
#include <gtest/gtest.h>

#include <cstdio>

#include "deliverer.hpp"
#include "integration/time.hpp"

namespace fault {
namespace {

using host_stub_test::Connected;
using integration::Json;

constexpr std::uint64_t kHires = 100;
constexpr int kRetryAfterMs = 3000, kStormMs = 10'000;
// Calls that were under way at the first refusal may come for this time (ms).
constexpr std::int64_t kTogetherMs = 300;

Json callsOfImport(Connected& connected, bool storm) {
  connected.ashby("DELETE", "/_control/calls");
  if (storm)
    connected.ashby(
        "POST", "/_control/faults",
        integration::dumpJson({{"kind", "status"}, {"status", 429}, {"retryAfter", kRetryAfterMs / 1000}}));
  Deliverer deliverer(connected);
  for (std::uint64_t i = 0; i < kHires; ++i)
    EXPECT_EQ(deliverer.deliver(hiredBody(hireSilently(connected, i))), 200);
  if (storm) {
    std::this_thread::sleep_for(std::chrono::milliseconds(kStormMs));
    connected.ashby("DELETE", "/_control/faults");
  }
  std::size_t held = 0;
  EXPECT_TRUE(host_stub_test::eventually(
      [&] {
        held = connected.host.call("GET", "/api/new-hires?$limit=1").json()["total"].get<std::size_t>();
        return held == kHires;
      },
      std::chrono::seconds(60)))
      << held;
  return connected.ashby("GET", "/_control/calls")["calls"];
}

std::int64_t timeOf(const Json& call) {
  return integration::parseTime(call["at"].get<std::string>()).value();
}

TEST(RateLimitStorm, IsWaitedOutWithHardlyMoreCalls) {
  const std::size_t quiet = [] {
    Connected connected;
    return callsOfImport(connected, false).size();
  }();
  Connected connected;
  const Json calls = callsOfImport(connected, true);
  std::int64_t refusedAt = 0;  // Unix ms of the first refusal in a group of concurrent calls
  int refused = 0, tooEarly = 0;
  for (const Json& call : calls) {
    const std::int64_t at = timeOf(call);
    if (at > refusedAt + kTogetherMs && at < refusedAt + kRetryAfterMs) ++tooEarly;
    if (call["status"] != 429) continue;
    ++refused;
    if (at > refusedAt + kTogetherMs) refusedAt = at;
  }
  std::printf("a storm of 429: %zu calls of Ashby, %d of them refused, %d before Retry-After; %zu in quiet\n",
              calls.size(), refused, tooEarly, quiet);
  EXPECT_GT(refused, 0);
  EXPECT_EQ(tooEarly, 0);
  EXPECT_LE(static_cast<double>(calls.size()), 1.2 * static_cast<double>(quiet));
}

}  // namespace
}  // namespace fault
