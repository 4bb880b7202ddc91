// Notices when a plugin changes process-wide state of its host, says which entries ran meanwhile, and puts it
// back.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "integration/host/plugin_observer.hpp"
#include "integration/host/process_state.hpp"

namespace integration {

// Keeps working directory, umask, locale and signal handlers as they were when this was made. Compares them
// after each load, create, configure and enable of a plugin, and every second while a plugin is loaded. The
// host changes none of them meanwhile. A process has one; a second one does nothing. [one thread]
class ProcessGuard {
 public:
  // ran: the entries that have run since the last comparison, each once, without connection unless it runs
  // still. Called once for each change, on any thread; may neither block nor throw.
  using Tell =
      std::function<void(const ProcessState::Difference& change, const std::vector<PluginCall>& ran)>;

  explicit ProcessGuard(Tell tell);
  ~ProcessGuard();
  ProcessGuard(const ProcessGuard&) = delete;
  ProcessGuard& operator=(const ProcessGuard&) = delete;

 private:
  bool isActive_ = false;
};

}  // namespace integration
