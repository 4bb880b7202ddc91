// A plugin's shared library, loaded and found to be what its manifest says.
#pragma once

#include <filesystem>
#include <memory>

#include "integration/abi.h"
#include "integration/host/call_limits.hpp"
#include "integration/host/manifest.hpp"
#include "integration/host/plugin_observer.hpp"

namespace boost::dll {
class shared_library;
}

namespace integration {

class PluginCalls;

// When the library is unmapped.
enum class Unload {
  keepMapped,  // when the process ends, so that none of its code or data can vanish under a pointer
  whenUnused,  // with its last owner, for hosts that replace plugins while running
};

// Thread-safe. Each load has a handle, shared by everything that may still run its code.
class PluginLibrary {
 public:
  // Throws Failure with the library's path and the reason. The limits hold for all connections of the plugin;
  // the observer may be null. Starts the thread that watches all calls, unless another library has; it ends
  // with the last one.
  static std::shared_ptr<const PluginLibrary> load(const Manifest& manifest,
                                                   Unload unload = Unload::keepMapped,
                                                   const CallLimits& limits = {},
                                                   std::shared_ptr<PluginObserver> observer = nullptr);
  ~PluginLibrary();
  PluginLibrary(const PluginLibrary&) = delete;
  PluginLibrary& operator=(const PluginLibrary&) = delete;

  const Manifest& manifest() const { return manifest_; }
  // A copy in this host's form: functions that the plugin is too old to have are null.
  const integration_api& api() const { return api_; }
  // From now on never unmapped.
  void keepMapped() const;
  // The calls of the plugin that run now, for the host kit.
  PluginCalls& calls() const { return *calls_; }

 private:
  PluginLibrary(const Manifest& manifest, std::shared_ptr<boost::dll::shared_library> handle,
                std::shared_ptr<PluginCalls> calls);
  void checkDescription() const;

  const std::shared_ptr<PluginCalls> calls_;
  std::shared_ptr<boost::dll::shared_library> handle_;
  Manifest manifest_;
  integration_api api_{};
};

}  // namespace integration
