// The integrations that this host found and could load.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "hosting/log.hpp"
#include "integration/host/plugin_library.hpp"
#include "net/origin.hpp"

namespace host_stub {

struct Integration {
  std::shared_ptr<const integration::PluginLibrary> library;
  Origins origins;

  const integration::Manifest& manifest() const { return library->manifest(); }
};

// Immutable once made.
class Catalog {
 public:
  // Loads every folder below `plugins` that has a manifest.json, or `plugins` itself where it has one. One
  // that can't be loaded is logged with the reason and left out. Throws Failure where `plugins` is no folder
  // or nothing could be loaded.
  Catalog(const std::filesystem::path& plugins, integration::Unload unload, LogWriter& log);

  // Null where there is none.
  const Integration* find(const std::string& id) const;
  std::vector<const Integration*> all() const;

 private:
  std::map<std::string, Integration> integrations_;
};

}  // namespace host_stub
