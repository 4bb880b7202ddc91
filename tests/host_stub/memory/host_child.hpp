// A host in a child process: it takes deliveries, may run out of memory, and is asked for what it holds.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace host_stub_test {

// Install ScarceMemory first. Runs in a process that has no other threads. Not thread-safe.
class HostChild {
 public:
  // The exit status of a host that ran out of memory where no exception may leave, such as a destructor.
  static constexpr int kOutOfMemory = 77;

  // Starts the host on a data folder, made if it is missing. Throws std::runtime_error if it doesn't start.
  explicit HostChild(const std::filesystem::path& data);
  ~HostChild();
  HostChild(const HostChild&) = delete;
  HostChild& operator=(const HostChild&) = delete;

  // Waits until the host has ended by itself, or has it end cleanly. Returns its exit status, or 128 and the
  // signal.
  int end();

  // Delivers `body` to the host's one connection. Returns the status of the answer; 0 if the connection ends
  // without an answer, 408 after ten seconds.
  int deliver(const std::string& body, const std::string& signature) const;
  std::string signatureOf(const std::string& body) const;

  // Returns how often an application is in the inbox; null if the host has ended.
  std::optional<std::int64_t> timesKept(const std::string& application) const;

 private:
  pid_t pid_ = 0;    // 0: none runs
  int channel_ = 0;  // to the child's main thread
  std::uint16_t port_ = 0;
  std::string token_;   // of the connection's URL
  std::string secret_;  // that deliveries are signed with
};

}  // namespace host_stub_test
