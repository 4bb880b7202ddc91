// Tests a jump of the real host's clock by a day, forward and back.
#include <gtest/gtest.h>

#include <chrono>
#include <cstdio>
#include <fstream>

#include "deliverer.hpp"

namespace fault {
namespace {

namespace fs = std::filesystem;

using host_stub_test::Connected;
using host_stub_test::eventually;
using integration::Json;

constexpr int kHires = 20;
// The number of calls that read a whole hire.
constexpr int kCallsEach = 4;

// A clock for a child process that a test sets while the process runs (libfaketime).
class SetClock {
 public:
  SetClock() {
    std::string name = (fs::temp_directory_path() / "clock.XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    folder_ = name;
    set("+0");
  }
  ~SetClock() { fs::remove_all(folder_); }

  void set(const std::string& offset) const {
    std::ofstream(folder_ / "next") << offset << '\n';
    fs::rename(folder_ / "next", file());
  }
  std::vector<std::string> words() const {
    return {"env", "LD_PRELOAD=" FAKETIME, "FAKETIME_TIMESTAMP_FILE=" + file().string(),
            "FAKETIME_NO_CACHE=1", "FAKETIME_DONT_FAKE_MONOTONIC=1"};
  }

 private:
  fs::path file() const { return folder_ / "now"; }

  fs::path folder_;
};

class ClockJump : public testing::Test {
 protected:
  void hires(int count) {
    for (int i = 0; i < count; ++i)
      EXPECT_EQ(Deliverer(connected_).deliver(hiredBody(hireSilently(connected_, ++number_))), 200);
  }
  bool come(std::size_t count) {
    return eventually(
        [&] { return connected_.host.call("GET", "/api/new-hires?$limit=1").json()["total"] == count; });
  }
  // Returns the number of calls to Ashby in five seconds, for one endpoint or all.
  int callsInFiveSeconds(const std::string& endpoint = {}) {
    connected_.ashby("DELETE", "/_control/calls");
    std::this_thread::sleep_for(std::chrono::seconds(5));
    return static_cast<int>(connected_.ashby("GET", "/_control/calls?endpoint=" + endpoint)["calls"].size());
  }

  SetClock clock_;
  Connected connected_{clock_.words()};
  std::uint64_t number_ = 0;
};

TEST_F(ClockJump, BringsNoBurstAndStopsNothing) {
  hires(kHires);
  ASSERT_TRUE(come(kHires));
  const std::string failing = hireSilently(connected_, ++number_);
  connected_.ashby("POST", "/_control/faults",
                   integration::dumpJson({{"kind", "status"}, {"status", 500}, {"bodyContains", failing}}));
  EXPECT_EQ(connected_.deliver(hiredBody(failing)).status, 200);
  std::this_thread::sleep_for(std::chrono::seconds(2));

  // A day later the plugin reads each hire again, once, and goes on to retry the failing one.
  clock_.set("+1d");
  const int forward = callsInFiveSeconds();
  EXPECT_LE(forward, kCallsEach * kHires + 20);
  hires(1);
  EXPECT_TRUE(come(kHires + 1));

  clock_.set("+0");
  const int back = callsInFiveSeconds();
  EXPECT_LE(back, kCallsEach * kHires + 20);
  hires(1);
  EXPECT_TRUE(come(kHires + 2));
  hireSilently(connected_, ++number_);
  connected_.host.call("POST", "/api/connections/" + connected_.id + "/sync");
  EXPECT_TRUE(come(kHires + 3));
  std::printf(
      "a clock that jumps by a day: %d calls of Ashby in the five seconds after it went forward, %d after it "
      "went back, with %d hires staged and one failing\n",
      forward, back, kHires);
}

}  // namespace
}  // namespace fault
