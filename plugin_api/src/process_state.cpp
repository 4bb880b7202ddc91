#include "integration/host/process_state.hpp"

#include <pthread.h>
#include <sys/stat.h>
#include <unistd.h>

#include <clocale>
#include <cstring>
#include <filesystem>
#include <fstream>

namespace integration {
namespace {

namespace fs = std::filesystem;

// umask(2) can only be read by changing it, which other threads would see.
std::optional<mode_t> readUmask() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("Umask:")) return static_cast<mode_t>(std::stoul(line.substr(6), nullptr, 8));
  return std::nullopt;
}

std::map<int, std::string> readDescriptors() {
  std::vector<int> open;
  for (const auto& entry : fs::directory_iterator("/proc/self/fd"))
    open.push_back(std::stoi(entry.path().filename()));
  std::map<int, std::string> descriptors;
  for (const int one : open) {
    std::error_code closed;  // the one that the folder was read by
    const fs::path target = fs::read_symlink("/proc/self/fd/" + std::to_string(one), closed);
    if (!closed) descriptors[one] = target;
  }
  return descriptors;
}

bool isSameSet(const sigset_t& a, const sigset_t& b) {
  for (int signal = 1; signal < NSIG; ++signal)
    if (sigismember(&a, signal) != sigismember(&b, signal)) return false;
  return true;
}

// The C library adds a flag of its own to every handler that is set.
bool isSameHandler(const struct sigaction& a, const struct sigaction& b) {
  constexpr unsigned kFlags =
      SA_NOCLDSTOP | SA_NOCLDWAIT | SA_SIGINFO | SA_ONSTACK | SA_RESTART | SA_NODEFER | SA_RESETHAND;
  auto flagsOf = [](const struct sigaction& action) {
    return static_cast<unsigned>(action.sa_flags) & kFlags;
  };
  return a.sa_handler == b.sa_handler && flagsOf(a) == flagsOf(b) && isSameSet(a.sa_mask, b.sa_mask);
}

std::string signalName(int signal) {
  const char* const name = sigabbrev_np(signal);
  return name != nullptr ? "SIG" + std::string(name) : "signal " + std::to_string(signal);
}

std::string handlerName(const struct sigaction& action) {
  return action.sa_handler == SIG_DFL ? "default" : action.sa_handler == SIG_IGN ? "ignored" : "a function";
}

std::string octal(mode_t mask) {
  char text[8];
  return {text, static_cast<std::size_t>(std::snprintf(text, sizeof text, "%04o", mask))};
}

std::string wasAndIs(const std::string& was, const std::string& is) {
  return " was " + was + " and is " + is;
}

}  // namespace

ProcessState ProcessState::now(Extent extent) {
  ProcessState state;
  std::error_code gone;
  state.workingDirectory_ = fs::current_path(gone);
  state.umask_ = readUmask();
  if (const char* const locale = std::setlocale(LC_ALL, nullptr)) state.locale_ = locale;
  for (int signal = 1; signal < NSIG; ++signal)
    sigaction(signal, nullptr, &state.handlers_[static_cast<std::size_t>(signal)]);
  sigemptyset(&state.mask_);
  if (extent == Extent::shared) return state;
  pthread_sigmask(SIG_SETMASK, nullptr, &state.mask_);
  state.descriptors_ = readDescriptors();
  return state;
}

std::vector<ProcessState::Difference> ProcessState::changesTo(const ProcessState& later) const {
  std::vector<Difference> changes;
  auto compare = [&](const std::string& what, const std::string& was, const std::string& is) {
    if (was != is) changes.push_back({what, what + wasAndIs(was, is)});
  };
  compare("working directory", workingDirectory_, later.workingDirectory_);
  if (umask_ && later.umask_) compare("umask", octal(*umask_), octal(*later.umask_));
  compare("locale", locale_, later.locale_);
  for (std::size_t signal = 1; signal < handlers_.size(); ++signal)
    if (!isSameHandler(handlers_[signal], later.handlers_[signal]))
      changes.push_back({"signal handler",
                         "handler of " + signalName(static_cast<int>(signal)) +
                             wasAndIs(handlerName(handlers_[signal]), handlerName(later.handlers_[signal]))});
  if (!isSameSet(mask_, later.mask_))
    changes.push_back({"signal mask", "signal mask of the thread is another"});
  for (const auto& [number, target] : descriptors_)
    if (!later.descriptors_.contains(number))
      changes.push_back(
          {"descriptor", "descriptor " + std::to_string(number) + " (" + target + ") is closed"});
  for (const auto& [number, target] : later.descriptors_)
    if (!descriptors_.contains(number))
      changes.push_back(
          {"descriptor", "descriptor " + std::to_string(number) + " (" + target + ") is left open"});
  return changes;
}

void ProcessState::restore() const {
  std::error_code gone;
  if (!workingDirectory_.empty()) fs::current_path(workingDirectory_, gone);
  if (umask_) umask(*umask_);
  if (!locale_.empty()) std::setlocale(LC_ALL, locale_.c_str());
  const ProcessState present = now();
  for (std::size_t signal = 1; signal < handlers_.size(); ++signal)
    if (!isSameHandler(handlers_[signal], present.handlers_[signal]))
      sigaction(static_cast<int>(signal), &handlers_[signal], nullptr);
}

}  // namespace integration
