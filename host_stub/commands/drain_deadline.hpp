// Bounds the end of the host: whatever still waits for something then is not waited for.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "hosting/log.hpp"

namespace host_stub {

// The status of a host that ended while calls of plugins were still running.
inline constexpr int kEndedWhileHeld = 71;

// From begin() on the process has `within` to come to the destructor of this. After that it ends with
// kEndedWhileHeld, and the log names the calls of plugins that held it.
class DrainDeadline {
 public:
  explicit DrainDeadline(LogWriter& log) : log_(log) {}
  ~DrainDeadline();
  DrainDeadline(const DrainDeadline&) = delete;
  DrainDeadline& operator=(const DrainDeadline&) = delete;

  // Once.
  void begin(std::chrono::milliseconds within);

 private:
  [[noreturn]] void end();

  LogWriter& log_;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool ended_ = false;
  std::thread thread_;
};

}  // namespace host_stub
