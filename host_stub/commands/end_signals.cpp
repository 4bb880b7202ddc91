#include "commands/end_signals.hpp"

#include <pthread.h>

namespace host_stub {
namespace {

sigset_t blockEndSignals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  // A client that hangs up, and a file that may not grow, are answers of a call, not the end of the program.
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  return signals;
}

}  // namespace

EndSignals::EndSignals(std::function<void()> told)
    : signals_(blockEndSignals()), thread_([this, told = std::move(told)] {
        int signal = 0;
        sigwait(&signals_, &signal);
        if (isEnding_) return;
        told();
        tell_.set_value();
      }) {}

EndSignals::~EndSignals() {
  isEnding_ = true;
  // Does nothing if the thread has ended: its id is valid until it is joined.
  pthread_kill(thread_.native_handle(), SIGTERM);
  thread_.join();
}

}  // namespace host_stub
