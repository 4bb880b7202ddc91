// Tests the host within the memory that host_stub/README.md demands, against bodies that never end.
#include <gtest/gtest.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "host_net/raw_client.hpp"
#include "host_stub/acme/host_process.hpp"

namespace host_stub::test {
namespace {

namespace fs = std::filesystem;
using host_stub_test::Connected;

constexpr std::size_t kMiB = std::size_t{1024} * 1024;
constexpr std::size_t kMemory = 256 * kMiB;  // the limit in host_stub/README.md

// A memory cgroup of kMemory bytes, of version 1 or 2. Processes join it through words().
class MemoryLimit {
 public:
  MemoryLimit() {
    for (const auto& [parent, limit] : {std::pair("/sys/fs/cgroup/memory", "memory.limit_in_bytes"),
                                        std::pair("/sys/fs/cgroup", "memory.max")}) {
      const fs::path folder = fs::path(parent) / ("host_stub_test_" + std::to_string(::getpid()));
      std::error_code error;
      if (!fs::create_directory(folder, error) || error) continue;
      folder_ = folder;
      if (fs::exists(folder / limit) && std::ofstream(folder / limit) << kMemory << std::flush) return;
      release();
    }
  }
  ~MemoryLimit() { release(); }
  MemoryLimit(const MemoryLimit&) = delete;
  MemoryLimit& operator=(const MemoryLimit&) = delete;

  bool isThere() const { return !folder_.empty(); }
  // Returns the words to put before a command line, so that it runs within the limit. Empty without a cgroup.
  std::vector<std::string> words() const {
    if (!isThere()) return {};
    return {"sh", "-c", "echo $$ > " + (folder_ / "cgroup.procs").string() + " && exec \"$@\"", "sh"};
  }

 private:
  void release() {
    std::error_code ignored;
    fs::remove(folder_, ignored);
    folder_.clear();
  }

  fs::path folder_;
};

// Returns the peak of a process's resident memory, in bytes.
std::size_t peakOf(int pid) {
  std::ifstream status("/proc/" + std::to_string(pid) + "/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmHWM:")) return std::stoul(line.substr(6)) * 1024;
  return 0;
}

class SmallMemory : public testing::Test {
 protected:
  // Sends 250 bodies of 4 MiB without their last byte, and checks that the host goes on serving.
  void sendUnfinished(const std::string& head) {
    const std::string body(4 * kMiB - 1, ' ');
    std::atomic<int> next{0};
    std::vector<std::thread> senders;
    for (int i = 0; i < 4; ++i)
      senders.emplace_back([&] {
        while (next++ < 250) {
          auto client = std::make_unique<RawClient>(port());
          client->send(head + "Host: t\r\nContent-Length: 4194304\r\n\r\n") && client->send(body);
          const std::lock_guard lock(mutex_);
          unfinished_.push_back(std::move(client));
        }
      });
    while (next < 250) expectServing();
    for (std::thread& sender : senders) sender.join();
    expectServing();
    unfinished_.clear();
  }
  void expectServing() {
    EXPECT_EQ(RawClient(port()).ask(get("/healthz", "Connection: close\r\n")).status, 200);
    EXPECT_EQ(connected_.deliver(R"({"action":"ping"})").status, 200);
  }
  std::uint16_t port() const {
    const std::string& url = connected_.host.url();
    return static_cast<std::uint16_t>(std::stoi(url.substr(url.rfind(':') + 1)));
  }

  MemoryLimit limit_;
  Connected connected_{limit_.words()};
  std::mutex mutex_;
  std::vector<std::unique_ptr<RawClient>> unfinished_;
};

TEST_F(SmallMemory, Holds250UnfinishedBodies) {
  sendUnfinished("POST /api/x HTTP/1.1\r\n");
  sendUnfinished("POST " + connected_.requestUrl.substr(connected_.requestUrl.find("/hooks/")) +
                 " HTTP/1.1\r\nAshby-Signature: sha256=0\r\n");
  const std::size_t peak = peakOf(connected_.host.pid());
  EXPECT_LT(peak, kMemory);
  std::printf("%zu of %zu MiB were used%s\n", peak / kMiB, kMemory / kMiB,
              limit_.isThere() ? "" : "; NO LIMIT COULD BE SET: this machine offers no memory cgroup");
  EXPECT_EQ(connected_.host.stop(), 0);
}

}  // namespace
}  // namespace host_stub::test
