// Where the lines of a log go.
#pragma once

#include <chrono>
#include <mutex>
#include <ostream>
#include <string>

namespace host_stub {

// [thread-safe]
class LogOutput {
 public:
  virtual ~LogOutput() = default;
  virtual void put(std::string line) = 0;
  // Waits until what was put has been written, at most this long.
  virtual void flush(std::chrono::milliseconds within) = 0;
};

// Writes at once, so that whoever logs waits for the stream: for a stream in memory.
class StreamOutput : public LogOutput {
 public:
  explicit StreamOutput(std::ostream& out) : out_(out) {}

  void put(std::string line) override {
    const std::lock_guard lock(mutex_);
    out_ << line << std::flush;
  }
  void flush(std::chrono::milliseconds) override {}

 private:
  std::mutex mutex_;
  std::ostream& out_;
};

}  // namespace host_stub
