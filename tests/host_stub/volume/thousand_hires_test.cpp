// Tests a catch-up of a thousand hires by the real host: its cost in calls to Ashby, and its state after kill
// -9.
#include <cstdio>

#include "acme/host_process.hpp"

namespace host_stub_test {
namespace {

constexpr int kAllHires = 1000;

class ThousandHires : public testing::Test {
 protected:
  ThousandHires() {
    connected.ashby("PATCH", "/_control/settings", R"({"rateLimit":100000})");
    connected.simulator.withWorld([](auto& world, std::int64_t now) {
      world.outbox.muted = true;
      for (int i = 0; i < kAllHires; ++i) {
        const std::string n = std::to_string(i);
        world.newHires.add({{"email", "person" + n + "@home.example"},
                            {"department", "Department " + std::to_string(i % 7)},
                            {"team", "Team " + std::to_string(i % 20)},
                            {"location", "Office " + std::to_string(i % 4)},
                            {"hiredAt", "2026-03-01T09:00:00.000Z"}},
                           now);
      }
      world.outbox.muted = false;
    });
    // The host forgets the lower rate limit when it stops.
    connected.host.stop();
    connected.host.start();
    connected.ashby("DELETE", "/_control/calls");
  }

  int calls() {
    int sum = 0;
    const Json all = connected.ashby("GET", "/_control/calls");
    for (const auto& [endpoint, count] : all["counts"].items())
      sum += count.is_number() ? count.get<int>() : 0;
    return sum;
  }
  void begin() {
    id = connected.host.call("POST", path(), R"({"from":"2026-01-01"})").json()["id"].get<std::string>();
  }
  std::string path() const { return "/api/connections/" + connected.id + "/catch-up"; }
  Json progress() const { return connected.host.call("GET", path() + "/" + id).json(); }
  bool done() const {
    return eventually([&] { return progress()["state"] == "done"; }, std::chrono::minutes(4));
  }
  Json staged() const { return connected.host.call("GET", "/api/new-hires?$limit=1").json(); }

  Connected connected;
  std::string id;
};

TEST_F(ThousandHires, AreCaughtUpWithAtMostFourCallsEach) {
  begin();
  ASSERT_TRUE(done()) << progress();
  EXPECT_EQ(staged()["total"], kAllHires);
  EXPECT_EQ(progress()["imported"], kAllHires);
  const int made = calls();
  std::printf("a catch-up of %d hires: %d calls of Ashby, %.2f each\n", kAllHires, made,
              static_cast<double>(made) / kAllHires);
  EXPECT_GT(made, 2 * kAllHires);
  EXPECT_LE(made, 4 * kAllHires);
}

TEST_F(ThousandHires, AreCaughtUpOnceThoughTheHostIsKilledHalfWay) {
  begin();
  ASSERT_TRUE(
      eventually([&] { return progress()["imported"].get<int>() > kAllHires / 3; }, std::chrono::minutes(2)));
  connected.host.kill();
  connected.host.start();
  const int after = staged()["total"].get<int>();
  EXPECT_LT(after, kAllHires);
  ASSERT_TRUE(done()) << progress();
  EXPECT_EQ(staged()["total"], kAllHires);
  EXPECT_EQ(progress()["imported"], kAllHires);
  std::printf("killed at %d of %d hires: each is there once\n", after, kAllHires);
}

}  // namespace
}  // namespace host_stub_test
