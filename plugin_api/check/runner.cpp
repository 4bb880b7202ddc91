#include "runner.hpp"

#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <optional>
#include <system_error>

namespace integration::check {
namespace {

constexpr std::chrono::milliseconds kCap{45000};

// A child's result: in memory, which a plugin that closes descriptors can't take away.
struct Left {
  bool isWhole;
  Status status;
  char message[64 * 1024];
};

class SharedLeft {
 public:
  SharedLeft()
      : memory_(mmap(nullptr, sizeof(Left), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0)) {
    if (memory_ == MAP_FAILED) throw std::bad_alloc();
  }
  ~SharedLeft() { munmap(memory_, sizeof(Left)); }
  SharedLeft(const SharedLeft&) = delete;
  SharedLeft& operator=(const SharedLeft&) = delete;
  Left& operator*() const { return *static_cast<Left*>(memory_); }

 private:
  void* memory_;
};

[[noreturn]] void serveAsChild(const Check& check, const std::filesystem::path& folder, Left& left) {
  const Result result = runHere(check, folder);
  left.status = result.status;
  const std::size_t length = std::min(result.message.size(), sizeof left.message - 1);
  std::memcpy(left.message, result.message.data(), length);
  left.isWhole = true;
  // Neither the parent's buffers nor its static objects are this child's to flush or destroy.
  _exit(0);
}

// Returns how the child ended; nullopt if it had to be killed.
std::optional<int> awaitEnd(pid_t child) {
  const int descriptor = static_cast<int>(syscall(SYS_pidfd_open, child, 0));
  pollfd waiting{descriptor, POLLIN, 0};
  const bool ended = descriptor < 0 || poll(&waiting, 1, static_cast<int>(kCap.count())) > 0;
  if (descriptor >= 0) close(descriptor);
  if (!ended) kill(child, SIGKILL);
  int how = 0;
  waitpid(child, &how, 0);
  return ended ? std::optional(how) : std::nullopt;
}

}  // namespace

Result runHere(const Check& check, const std::filesystem::path& folder) {
  try {
    check.run(folder);
    return {&check, Status::passed, {}};
  } catch (const Verdict& verdict) {
    return {&check, verdict.status, verdict.what()};
  } catch (const std::exception& error) {
    return {&check, Status::failed, error.what()};
  } catch (...) {
    return {&check, Status::failed, "something that is no std::exception was thrown"};
  }
}

Result runInChild(const Check& check, const std::filesystem::path& folder) {
  const SharedLeft left;
  std::fflush(nullptr);
  const pid_t child = fork();
  if (child < 0)
    return {&check, Status::failed,
            std::string("no child process: ") + std::generic_category().message(errno)};
  if (child == 0) serveAsChild(check, folder, *left);
  const std::optional<int> how = awaitEnd(child);
  if (!how) return {&check, Status::timedOut, "not done after 45 s"};
  if (WIFSIGNALED(*how)) {
    const char* name = sigdescr_np(WTERMSIG(*how));
    return {&check, Status::crashed, std::string("ended by signal: ") + (name != nullptr ? name : "unknown")};
  }
  if (!(*left).isWhole)
    return {&check, Status::crashed,
            "the process was ended with status " + std::to_string(WEXITSTATUS(*how))};
  return {&check, (*left).status, (*left).message};
}

}  // namespace integration::check
