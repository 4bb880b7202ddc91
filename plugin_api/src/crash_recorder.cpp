// The signal handlers and the exit guard. Their code uses nothing but this thread's texts and
// write(2).
#include <fcntl.h>
#include <pthread.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <ctime>

#include "crash_line.hpp"
#include "integration/status.hpp"

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define INTEGRATION_OWN_SIGNAL_HANDLERS 0
#elif defined(__has_feature)
#if __has_feature(memory_sanitizer) || __has_feature(thread_sanitizer) || __has_feature(address_sanitizer)
#define INTEGRATION_OWN_SIGNAL_HANDLERS 0
#endif
#endif
#ifndef INTEGRATION_OWN_SIGNAL_HANDLERS
#define INTEGRATION_OWN_SIGNAL_HANDLERS 1
#endif

namespace integration {
namespace {

constexpr int kSignals[] = {SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL};
constexpr std::size_t kSignalStack = 64 * 1024;

int recordsFile = -1;
bool handling = false;
pthread_t guardedThread;
std::atomic<bool> guarding{false};

const char* nameOf(int signal) {
  switch (signal) {
    case SIGSEGV:
      return "SIGSEGV";
    case SIGABRT:
      return "SIGABRT";
    case SIGBUS:
      return "SIGBUS";
    case SIGFPE:
      return "SIGFPE";
    default:
      return "SIGILL";
  }
}

void record(const char* how) {
  timespec now{};
  clock_gettime(CLOCK_REALTIME, &now);
  const CrashLine line(now.tv_sec * 1000LL + now.tv_nsec / 1000000, how, crashTexts);
  // A record that can't be written must not keep the process from ending.
  [[maybe_unused]] const ssize_t written = ::write(recordsFile, line.data(), line.size());
}

void onSignal(int signal, siginfo_t* info, void*) {
  const bool raised = info->si_code <= 0;
  if (!raised || info->si_pid == getpid()) record(nameOf(signal));
  struct sigaction standard {};
  standard.sa_handler = SIG_DFL;
  sigaction(signal, &standard, nullptr);
  // A fault happens again on return, with its own core; what was raised must be raised again.
  if (raised) raise(signal);
}

void onExit() {
  const bool expected =
      !guarding || (crashTexts.plugin[0] == '\0' && pthread_equal(pthread_self(), guardedThread) != 0);
  if (expected) return;
  record("exit");
  _exit(kEndedByPlugin);
}

// The memory of one thread's signal stack.
class SignalStack {
 public:
  SignalStack() {
    stack_t present{};
    if (sigaltstack(nullptr, &present) != 0 || (present.ss_flags & SS_DISABLE) == 0) return;
    void* const memory =
        mmap(nullptr, kSignalStack, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_STACK, -1, 0);
    if (memory == MAP_FAILED) return;
    stack_t own{};
    own.ss_sp = memory;
    own.ss_size = kSignalStack;
    if (sigaltstack(&own, nullptr) == 0)
      memory_ = memory;
    else
      munmap(memory, kSignalStack);
  }
  ~SignalStack() {
    if (memory_ == nullptr) return;
    stack_t none{};
    none.ss_flags = SS_DISABLE;
    sigaltstack(&none, nullptr);
    munmap(memory_, kSignalStack);
  }
  SignalStack(const SignalStack&) = delete;
  SignalStack& operator=(const SignalStack&) = delete;

 private:
  void* memory_ = nullptr;
};

// A line that was torn must not swallow the next one.
void endTornLine(int file) {
  char last = '\n';
  const off_t size = lseek(file, 0, SEEK_END);
  if (size > 0 && pread(file, &last, 1, size - 1) == 1 && last != '\n') [[maybe_unused]]
    const ssize_t written = ::write(file, "\n", 1);
}

}  // namespace

int openCrashRecords(const std::filesystem::path& file) {
  const int opened = ::open(file.c_str(), O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
  if (opened < 0)
    throw Failure(Code::failedPrecondition,
                  "the crash records can't be opened, make " + file.string() + " writable");
  endTornLine(opened);
  return opened;
}

void ensureSignalStack() {
  if (handling) thread_local const SignalStack stack;
}

bool installCrashRecorder(const std::filesystem::path& file) {
  recordsFile = openCrashRecords(file);
  if (INTEGRATION_OWN_SIGNAL_HANDLERS == 0) return false;
  handling = true;
  ensureSignalStack();
  struct sigaction action {};
  action.sa_sigaction = onSignal;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK;
  sigfillset(&action.sa_mask);
  for (const int signal : kSignals) sigaction(signal, &action, nullptr);
  return true;
}

void allowExit() {
  guarding = false;
}

void guardExit() {
  guardedThread = pthread_self();
  guarding = true;
  std::atexit(onExit);
  std::at_quick_exit(onExit);
}

}  // namespace integration
