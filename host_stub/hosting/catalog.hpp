// The integrations that this host found and could load.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "integration/host/plugin_library.hpp"
#include "net/address/origin.hpp"
#include "services/log.hpp"

namespace host_stub {

struct Integration {
  std::shared_ptr<const integration::PluginLibrary> library;
  Origins origins;

  const integration::Manifest& manifest() const { return library->manifest(); }
};

// A plugin that is there and not loaded.
struct LeftOut {
  std::string id;  // "" if its manifest can't be read
  std::filesystem::path folder;
  std::string reason;
};

// Immutable once made.
class Catalog {
 public:
  // Loads every folder below `plugins` that has a manifest.json, or `plugins` itself where it has one. One
  // that can't be loaded, or for which `refuse` gives a reason, is logged with the reason and left out.
  // Throws Failure if `plugins` is no folder or nothing could be loaded and none was refused. The observer
  // is told what the plugins do wrong; it may be null.
  using Refuse = std::function<std::optional<std::string>(const std::string& id)>;
  Catalog(const std::filesystem::path& plugins, integration::Unload unload, const Refuse& refuse,
          LogWriter& log, const std::shared_ptr<integration::PluginObserver>& observer = nullptr);

  // Null if there is none.
  const Integration* find(const std::string& id) const;
  std::vector<const Integration*> all() const;
  const std::vector<LeftOut>& leftOut() const { return leftOut_; }
  // Returns why the plugin of this id is not loaded; null if it is.
  std::optional<std::string> reasonMissing(const std::string& id) const;

 private:
  std::map<std::string, Integration> integrations_;
  std::vector<LeftOut> leftOut_;
};

}  // namespace host_stub
