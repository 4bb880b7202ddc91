// Log lines on their way to a file descriptor that may be slow, full or closed: no one who logs waits for it.
#pragma once

#include <cstddef>
#include <memory>

#include "services/log_output.hpp"

namespace host_stub {

// A bounded queue, which a thread of its own writes out. If it is full, or the descriptor is closed at the
// other end, lines are dropped and counted, and a line says how many as soon as lines can be written again.
class QueuedOutput : public LogOutput {
 public:
  static constexpr std::size_t kMostBytes = std::size_t{1024} * 1024;

  // The descriptor is not closed, and must stay open to the end of the process: its write may never return.
  explicit QueuedOutput(int descriptor, std::size_t mostBytes = kMostBytes);
  // Gives what is queued a second to be written.
  ~QueuedOutput() override;
  QueuedOutput(const QueuedOutput&) = delete;
  QueuedOutput& operator=(const QueuedOutput&) = delete;

  void put(std::string line) override;
  void flush(std::chrono::milliseconds within) override;

 private:
  class Queue;

  const std::shared_ptr<Queue> queue_;  // the thread's, too, which may outlive this
};

}  // namespace host_stub
