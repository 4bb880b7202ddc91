#include "commands/drain_deadline.hpp"

#include <unistd.h>

#include <mutex>
#include <thread>

#include "integration/host/plugin_observer.hpp"

namespace host_stub {

struct DrainDeadline::Log {
  // Says why the process ends, as long as there is a log.
  void tell() {
    const std::lock_guard lock(mutex);
    if (writer == nullptr) return;
    const auto calls = integration::callsInProgress();
    for (const integration::PluginCall& call : calls)
      writer->warning("a plugin call did not end: the host ends without it",
                      {{"plugin", call.plugin}, {"entry", call.entry}, {"connection", call.connection}});
    if (calls.empty())
      writer->warning("the host did not come to its end in time, though no plugin call runs");
    writer->flush();
  }

  std::mutex mutex;
  LogWriter* writer;  // null once it is gone
};

DrainDeadline::DrainDeadline(LogWriter& log) : log_(std::make_shared<Log>()) {
  log_->writer = &log;
}

DrainDeadline::~DrainDeadline() {
  const std::lock_guard lock(log_->mutex);
  log_->writer = nullptr;
}

void DrainDeadline::begin(std::chrono::milliseconds within) {
  std::thread([log = log_, within] {
    std::this_thread::sleep_for(within);
    log->tell();
    _exit(kEndedWhileHeld);
  }).detach();
}

}  // namespace host_stub
