// Logs and counts what plugins do wrong.
#pragma once

#include <functional>

#include "integration/host/plugin_observer.hpp"
#include "integration/host/process_state.hpp"
#include "net/server/metrics.hpp"
#include "services/log.hpp"

namespace host_stub {

// Log and metrics must outlive every call of a plugin. [thread-safe]
class PluginReporter : public integration::PluginObserver {
 public:
  // hungLoad: called for a plugin that is loaded for longer than it may, which keeps the host from its start.
  PluginReporter(LogWriter& log, Metrics& metrics,
                 std::function<void(const integration::PluginCall&)> hungLoad)
      : log_(log), metrics_(metrics), hungLoad_(std::move(hungLoad)) {}

  void breach(const integration::PluginCall& call, const std::string& message) noexcept override;
  void overdue(const integration::PluginCall& call) noexcept override;
  void returned(const integration::PluginCall& call) noexcept override;
  // Tells that one of these calls changed what is the host's in the process.
  void processChanged(const integration::ProcessState::Difference& change,
                      const std::vector<integration::PluginCall>& ran) noexcept;

 private:
  void count(std::string_view name, std::string_view help, const integration::PluginCall& call) noexcept;

  LogWriter& log_;
  Metrics& metrics_;
  const std::function<void(const integration::PluginCall&)> hungLoad_;
};

}  // namespace host_stub
