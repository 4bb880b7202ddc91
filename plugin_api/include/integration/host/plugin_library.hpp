// A plugin's shared library, loaded and found to be what its manifest says.
#pragma once

#include <filesystem>
#include <memory>

#include "integration/abi.h"
#include "integration/host/manifest.hpp"

namespace boost::dll {
class shared_library;
}

namespace integration {

// keepMapped: the library stays in memory until the process ends, whoever lets go of it: no code or data of
// it that is still pointed to can vanish. whenUnused: unmapped with the last owner, for hosts that replace
// plugins while running.
enum class Unload { keepMapped, whenUnused };

// Thread-safe. One load is one handle, shared by everything that may still run its code.
class PluginLibrary {
 public:
  // Throws Failure with the library's path and the reason.
  static std::shared_ptr<const PluginLibrary> load(const Manifest& manifest,
                                                   Unload unload = Unload::keepMapped);
  ~PluginLibrary();
  PluginLibrary(const PluginLibrary&) = delete;
  PluginLibrary& operator=(const PluginLibrary&) = delete;

  const Manifest& manifest() const { return manifest_; }
  // A copy in this host's form: functions that the plugin is too old to have are null.
  const integration_api& api() const { return api_; }
  // From now on never unmapped.
  void keepMapped() const;

 private:
  PluginLibrary(const Manifest& manifest, std::shared_ptr<boost::dll::shared_library> handle);
  void checkDescription() const;

  std::shared_ptr<boost::dll::shared_library> handle_;
  Manifest manifest_;
  integration_api api_{};
};

}  // namespace integration
