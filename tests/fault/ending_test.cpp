// Tests the end of the real host while it is at work.
#include <gtest/gtest.h>

#include <chrono>

#include "load.hpp"

namespace fault {
namespace {

using host_stub_test::Connected;

TEST(SigTerm, UnderLoadEndsWithZeroAndLosesNothing) {
  Connected connected;
  connected.ashby("PATCH", "/_control/settings", R"({"rateLimit":1000000})");
  Load load(connected, 1);
  for (int i = 0; i < 5; ++i) {
    const std::size_t enough = load.members() + 2;
    load.begin();
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    EXPECT_TRUE(
        host_stub_test::eventually([&] { return load.members() >= enough; }, std::chrono::seconds(60)));
    const auto before = std::chrono::steady_clock::now();
    EXPECT_EQ(connected.host.stop(), 0);
    EXPECT_LT(std::chrono::steady_clock::now() - before, std::chrono::seconds(10));
    load.end();
    connected.host.start();
  }
  EXPECT_EQ(broken(connected, load), std::vector<std::string>());
  EXPECT_GT(load.answered().delivered.size(), 20U);
  EXPECT_GT(load.answered().members.size(), 5U);
}

}  // namespace
}  // namespace fault
