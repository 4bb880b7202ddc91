#include "runner.hpp"

#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstring>
#include <system_error>

namespace integration::check {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::seconds kCap{45};

// What a child writes until it ends: the first byte is the status, the rest the message. False after the cap.
bool readUntilEnd(int from, std::string& text) {
  const auto deadline = Clock::now() + kCap;
  for (;;) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    if (left <= 0) return false;
    pollfd waiting{from, POLLIN, 0};
    if (poll(&waiting, 1, static_cast<int>(left)) <= 0) continue;
    char block[4096];
    const ssize_t count = read(from, block, sizeof(block));
    if (count <= 0) return true;
    text.append(block, static_cast<std::size_t>(count));
  }
}

[[noreturn]] void serveAsChild(const Check& check, const std::filesystem::path& folder, int to) {
  const Result result = runHere(check, folder);
  const std::string text = static_cast<char>(result.status) + result.message;
  for (std::size_t written = 0; written < text.size();) {
    const ssize_t count = write(to, text.data() + written, text.size() - written);
    if (count <= 0) break;
    written += static_cast<std::size_t>(count);
  }
  // Neither the parent's buffers nor its static objects are this child's to flush or destroy.
  _exit(0);
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
  int ends[2];
  if (pipe(ends) != 0)
    return {&check, Status::failed,
            std::string("no pipe to a child: ") + std::generic_category().message(errno)};
  std::fflush(nullptr);
  const pid_t child = fork();
  if (child < 0)
    return {&check, Status::failed,
            std::string("no child process: ") + std::generic_category().message(errno)};
  if (child == 0) {
    close(ends[0]);
    serveAsChild(check, folder, ends[1]);
  }
  close(ends[1]);
  std::string text;
  const bool ended = readUntilEnd(ends[0], text);
  close(ends[0]);
  if (!ended) kill(child, SIGKILL);
  int how = 0;
  waitpid(child, &how, 0);

  if (!ended) return {&check, Status::timedOut, "not done after 45 s"};
  if (WIFSIGNALED(how)) {
    const char* name = sigdescr_np(WTERMSIG(how));
    return {&check, Status::crashed, std::string("ended by signal: ") + (name != nullptr ? name : "unknown")};
  }
  if (text.empty())
    return {&check, Status::crashed, "the process was ended with status " + std::to_string(WEXITSTATUS(how))};
  return {&check, static_cast<Status>(text.front()), text.substr(1)};
}

}  // namespace integration::check
