// Tests the real host on a full disk, with a limit on file sizes, and without write access.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
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
using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr std::uintmax_t kSpaceLeft = 512 * 1024;

// Puts all temporary files on a disk of 32 MB that only this process and its children see.
class SmallDisk : public testing::Test {
 protected:
  void SetUp() override {
    if (unshare(CLONE_NEWNS) != 0) GTEST_SKIP() << "only root may mount a small disk";
    std::string name = (fs::temp_directory_path() / "small_disk.XXXXXX").string();
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    disk_ = name;
    ASSERT_EQ(mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr), 0);
    ASSERT_EQ(mount("tmpfs", disk_.c_str(), "tmpfs", 0, "size=32m"), 0);
    setenv("TMPDIR", disk_.c_str(), 1);
  }
  void TearDown() override {
    unsetenv("TMPDIR");
    if (disk_.empty()) return;
    umount2(disk_.c_str(), MNT_DETACH);
    fs::remove(disk_);
  }

  // Fills the disk, except for `left` bytes.
  void fillBut(std::uintmax_t left) {
    std::ofstream out(ballast(), std::ios::binary);
    const std::string block(4096, 'x');
    while (out.write(block.data(), static_cast<std::streamsize>(block.size())).flush()) {
    }
    out.close();
    fs::resize_file(ballast(), fs::file_size(ballast()) - left);
  }
  fs::path ballast() const { return disk_ / "ballast"; }

  fs::path disk_;
};

struct Answers {
  std::vector<std::string> taken, refused;
  std::vector<milliseconds> refusedWithin;
  int other = 0;
};

// Delivers new hires until this many were refused, or 20,000 were sent.
Answers deliverUntilRefused(Connected& connected, std::size_t refusals) {
  Answers answers;
  Deliverer deliverer(connected);
  for (std::uint64_t i = 0; i < 20'000 && answers.refused.size() < refusals; ++i) {
    const std::string application = hireSilently(connected, i);
    const auto before = steady_clock::now();
    const int status = deliverer.deliver(hiredBody(application));
    if (status == 503) {
      answers.refused.push_back(application);
      answers.refusedWithin.push_back(std::chrono::duration_cast<milliseconds>(steady_clock::now() - before));
    } else if (status == 200) {
      answers.taken.push_back(application);
    } else {
      ++answers.other;
    }
  }
  return answers;
}

// Returns how long it takes until a delivery is accepted again.
milliseconds takenAgainAfter(Connected& connected, const std::string& application) {
  const auto before = steady_clock::now();
  Deliverer deliverer(connected);
  eventually([&] { return deliverer.deliver(hiredBody(application)) == 200; });
  return std::chrono::duration_cast<milliseconds>(steady_clock::now() - before);
}

// Checks the host without space, and after `relieve` has ended that.
template <typename Relieve>
void expectCleanRefusals(Connected& connected, const char* want, Relieve relieve) {
  Answers answers = deliverUntilRefused(connected, 50);
  ASSERT_EQ(answers.refused.size(), 50U);
  EXPECT_GT(answers.taken.size(), 0U);
  EXPECT_EQ(answers.other, 0);
  std::sort(answers.refusedWithin.begin(), answers.refusedWithin.end());
  EXPECT_LT(answers.refusedWithin[25], milliseconds(50));
  EXPECT_EQ(connected.host.send("GET", connected.host.url() + "/healthz", "", {}).status, 200);

  relieve();
  const milliseconds again = takenAgainAfter(connected, answers.refused[0]);
  EXPECT_LT(again, milliseconds(1000));
  for (std::size_t i = 1; i < answers.refused.size(); ++i)
    EXPECT_EQ(connected.deliver(hiredBody(answers.refused[i])).status, 200);
  std::size_t held = 0;
  const std::size_t expected = answers.taken.size() + answers.refused.size();
  EXPECT_TRUE(eventually(
      [&] {
        held = connected.host.call("GET", "/api/new-hires?$limit=1").json()["total"].get<std::size_t>();
        return held == expected;
      },
      std::chrono::seconds(60)))
      << held << " of " << expected;
  std::printf(
      "%s: after %zu deliveries taken, 50 refused, half of them within %lld ms and all within %lld ms; taken "
      "again after %lld ms; all %zu hires there\n",
      want, answers.taken.size(), static_cast<long long>(answers.refusedWithin[25].count()),
      static_cast<long long>(answers.refusedWithin.back().count()), static_cast<long long>(again.count()),
      held);
}

using FullDisk = SmallDisk;

TEST_F(FullDisk, RefusesDeliveriesAtOnceAndLosesNone) {
  Connected connected;
  connected.ashby("PATCH", "/_control/settings", R"({"rateLimit":1000000})");
  fillBut(kSpaceLeft);
  expectCleanRefusals(connected, "a full disk", [&] { fs::remove(ballast()); });
}

TEST(FileSizeLimit, RefusesDeliveriesAtOnceAndLosesNone) {
  Connected connected;
  connected.ashby("PATCH", "/_control/settings", R"({"rateLimit":1000000})");
  const auto limitFiles = [&](rlim_t bytes) {
    const rlimit limit{bytes, RLIM_INFINITY};
    ASSERT_EQ(prlimit(connected.host.pid(), RLIMIT_FSIZE, &limit, nullptr), 0);
  };
  limitFiles(fs::file_size(connected.host.data() / "host.db-wal") + kSpaceLeft);
  expectCleanRefusals(connected, "files that may not grow", [&] { limitFiles(RLIM_INFINITY); });
}

using ReadOnlyData = SmallDisk;

TEST_F(ReadOnlyData, IsRefusedAtStartAndNamed) {
  const fs::path data = disk_ / "data";
  const std::vector<std::string> serve = {HOST_STUB, "serve",       "--plugins", PLUGINS,
                                          "--data",  data.string(), "--listen",  "127.0.0.1:0"};
  ASSERT_EQ(host_stub_test::runProgram(
                {HOST_STUB, "user", "add", "--data", data.string(), "--name", "Ann", "--role", "owner"})
                .status,
            0);
  unsetenv("TMPDIR");
  ASSERT_EQ(mount("tmpfs", disk_.c_str(), "tmpfs", MS_REMOUNT | MS_RDONLY, nullptr), 0);
  const host_stub_test::Ended ended = host_stub_test::runProgram(serve);
  EXPECT_NE(ended.status, 0);
  EXPECT_NE(ended.err.find(data.string()), std::string::npos) << ended.err;
  std::printf("%s", ended.err.c_str());
  EXPECT_EQ(std::count(ended.err.begin(), ended.err.end(), '\n'), 1) << ended.err;
}

}  // namespace
}  // namespace fault
