#include "commands/end_signals.hpp"

#include <pthread.h>

namespace host_stub {
namespace {

sigset_t blockSignals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGHUP);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  // A client that hangs up, and a file that may not grow, are answers of a call, not the end of the program.
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  // They ask other programs for a report or a reload, and would end one that doesn't know them.
  std::signal(SIGUSR1, SIG_IGN);
  std::signal(SIGUSR2, SIG_IGN);
  std::signal(SIGALRM, SIG_IGN);
  return signals;
}

}  // namespace

EndSignals::EndSignals(std::function<void()> onEnd, std::function<void()> onHangUp)
    : signals_(blockSignals()), thread_([this, onEnd = std::move(onEnd), onHangUp = std::move(onHangUp)] {
        for (int signal = SIGHUP; signal == SIGHUP;) {
          sigwait(&signals_, &signal);
          if (isEnding_) return;
          if (signal == SIGHUP) onHangUp();
        }
        onEnd();
        tell_.set_value();
      }) {}

EndSignals::~EndSignals() {
  isEnding_ = true;
  // Does nothing if the thread has ended: its id is valid until it is joined.
  pthread_kill(thread_.native_handle(), SIGTERM);
  thread_.join();
}

}  // namespace host_stub
