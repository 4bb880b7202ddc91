// SIGTERM and SIGINT, taken by a thread of its own, so that they end the host even while it starts; and those
// that must not end it: SIGHUP, which logrotate, `systemctl reload` and a terminal that closes send.
#pragma once

#include <atomic>
#include <csignal>
#include <functional>
#include <future>
#include <thread>

namespace host_stub {

class EndSignals {
 public:
  // Blocks the signals for this thread and all that it makes: made before any other. told: called once, on
  // the thread of this, when a signal has come. hungUp: called on it at each SIGHUP before that.
  EndSignals(std::function<void()> told, std::function<void()> hungUp);
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
