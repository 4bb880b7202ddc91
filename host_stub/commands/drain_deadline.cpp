#include "commands/drain_deadline.hpp"

#include <unistd.h>

#include "integration/host/plugin_observer.hpp"

namespace host_stub {

DrainDeadline::~DrainDeadline() {
  {
    const std::lock_guard lock(mutex_);
    ended_ = true;
  }
  changed_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void DrainDeadline::begin(std::chrono::milliseconds within) {
  thread_ = std::thread([this, within] {
    std::unique_lock lock(mutex_);
    if (!changed_.wait_for(lock, within, [this] { return ended_; })) end();
  });
}

void DrainDeadline::end() {
  const auto calls = integration::callsInProgress();
  for (const integration::PluginCall& call : calls)
    log_.warning("a plugin call did not end: the host ends without it",
                 {{"plugin", call.plugin}, {"entry", call.entry}, {"connection", call.connection}});
  if (calls.empty()) log_.warning("the host did not come to its end in time, though no plugin call runs");
  _exit(kEndedWhileHeld);
}

}  // namespace host_stub
