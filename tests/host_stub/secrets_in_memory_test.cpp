// Searches a host's memory for secrets that it has used. A core file, a swapped page and the next owner of
// the memory would reveal them. With AddressSanitizer the search finds any copy that isn't wiped. Without it,
// the search finds only copies that nothing has overwritten.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <unistd.h>

#include <fstream>
#include <sstream>

#include "acme/host_process.hpp"

namespace host_stub_test {
namespace {

// Larger regions belong to a sanitizer.
constexpr std::uint64_t kMostOfAHost = std::uint64_t{1} << 30;

// Returns whether the second half of the secret is in writable memory of the process. The allocator
// overwrites the beginning of freed memory.
bool holds(int pid, const std::string& secret) {
  const std::string text = secret.substr(secret.size() / 2);
  const std::string folder = "/proc/" + std::to_string(pid);
  const int memory = ::open((folder + "/mem").c_str(), O_RDONLY | O_CLOEXEC);
  EXPECT_GE(memory, 0) << "the memory of a child can't be read here";
  std::ifstream maps(folder + "/maps");
  bool found = false;
  for (std::string line; !found && std::getline(maps, line);) {
    std::uint64_t from = 0, to = 0;
    char dash = 0;
    std::string rights;
    std::istringstream(line) >> std::hex >> from >> dash >> to >> rights;
    if (!rights.starts_with("rw") || to - from > kMostOfAHost) continue;
    std::string bytes(to - from, '\0');
    const ssize_t length = ::pread(memory, bytes.data(), bytes.size(), static_cast<off_t>(from));
    if (length > 0)
      found =
          std::string_view(bytes).substr(0, static_cast<std::size_t>(length)).find(text) != std::string::npos;
  }
  ::close(memory);
  return found;
}

TEST(HostMemory, HoldsNoUsedSecret) {
  // AddressSanitizer keeps freed memory for long, and must not overwrite it. Lazy binding of a symbol would
  // save the processor's registers, with the data that was copied last.
  Connected connected({"env", "ASAN_OPTIONS=max_free_fill_size=0", "LD_BIND_NOW=1"});
  ASSERT_TRUE(holds(connected.host.pid(), connected.secretToken)) << "it was shown: the search finds it";
  connected.host.stop();
  connected.host.start();
  ASSERT_EQ(connected.deliver(R"({"action":"ping"})").status, 200);
  const std::string application = connected.hire(R"({"name":"Nadia Okoye"})");
  connected.deliver(R"({"action":"applicationUpdate","data":{"application":{"status":"Hired","id":")" +
                    application + R"("}}})");
  ASSERT_EQ(connected.newHires(1).size(), 1U);
  EXPECT_FALSE(holds(connected.host.pid(), connected.secretToken)) << "the Secret Token";
  EXPECT_FALSE(holds(connected.host.pid(), connected.apiKey)) << "the API key";
}

}  // namespace
}  // namespace host_stub_test
