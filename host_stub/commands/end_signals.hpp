// Takes SIGTERM and SIGINT on a thread of its own, so that they end the host even while it starts. Takes
// SIGHUP, too, which must not end it: logrotate, `systemctl reload` and a terminal that closes send it.
#pragma once

#include <atomic>
#include <csignal>
#include <functional>
#include <future>
#include <thread>

namespace host_stub {

class EndSignals {
 public:
  // Blocks the signals for this thread and all that it starts. So it must be made before any other thread.
  // onEnd: called once, on the thread of this, when a signal to end has come.
  // onHangUp: called on that thread at each SIGHUP before.
  EndSignals(std::function<void()> onEnd, std::function<void()> onHangUp);
  ~EndSignals();
  EndSignals(const EndSignals&) = delete;
  EndSignals& operator=(const EndSignals&) = delete;

  // Blocks until a signal has come.
  void wait() { came_.wait(); }

 private:
  const sigset_t signals_;
  std::atomic<bool> isEnding_{false};
  std::promise<void> tell_;
  std::future<void> came_ = tell_.get_future();
  std::thread thread_;
};

}  // namespace host_stub
