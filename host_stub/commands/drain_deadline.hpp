// Bounds the end of the host: whatever still waits for something then is not waited for.
#pragma once

#include <chrono>
#include <memory>

#include "services/log.hpp"

namespace host_stub {

// The status of a host that ended while calls of plugins were still running.
inline constexpr int kEndedWhileHeld = 71;

// From begin() on the process has `within` to end. After that it ends with kEndedWhileHeld, and the log names
// the calls of plugins that held it. The deadline outlives this object, because a plugin's function for the
// exit may hang, too. Nothing is logged then.
class DrainDeadline {
 public:
  explicit DrainDeadline(LogWriter& log);
  ~DrainDeadline();
  DrainDeadline(const DrainDeadline&) = delete;
  DrainDeadline& operator=(const DrainDeadline&) = delete;

  // Once.
  void begin(std::chrono::milliseconds within);

 private:
  struct Log;

  const std::shared_ptr<Log> log_;
};

}  // namespace host_stub
