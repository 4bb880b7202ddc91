// Which of many file descriptors can be read or written: Linux's epoll.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

namespace host_stub {

// An open file descriptor and nothing else.
class FileDescriptor {
 public:
  explicit FileDescriptor(int fd = -1) : fd_(fd) {}
  FileDescriptor(FileDescriptor&& other) noexcept;
  FileDescriptor& operator=(FileDescriptor&& other) noexcept;
  ~FileDescriptor() { close(); }
  int get() const { return fd_; }
  bool isOpen() const { return fd_ >= 0; }
  void close();

 private:
  int fd_;
};

class Poller {
 public:
  enum class Interest { read, write };

  Poller();
  void add(int fd, std::uint64_t id);
  // One report, then silence until armed again: nobody hears of a connection that another thread works on.
  void arm(int fd, std::uint64_t id, Interest interest);

  // The ids that are ready; at once after wake(). nullopt = for ever.
  const std::vector<std::uint64_t>& wait(std::optional<std::chrono::milliseconds> atMost);
  void wake();  // thread-safe

 private:
  FileDescriptor epoll_;
  FileDescriptor wakeup_;
  std::vector<std::uint64_t> ready_;  // has room for all that are told at once
};

}  // namespace host_stub
