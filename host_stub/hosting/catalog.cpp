#include "hosting/catalog.hpp"

#include <algorithm>

#include "integration/host/crash_records.hpp"

namespace host_stub {
namespace {

namespace fs = std::filesystem;

// Entries of the folder that may be plugins. Neither a closed folder nor a loop of links keeps the others
// from being found: what can't be looked at is taken along, and left out when it is read.
std::vector<fs::path> pluginFolders(const fs::path& plugins) {
  std::error_code error;
  if (!fs::is_directory(plugins, error))
    throw integration::Failure(integration::Code::invalidArgument, plugins.string() + " is no folder");
  if (fs::exists(plugins / "manifest.json", error)) return {plugins};
  std::vector<fs::path> folders;
  fs::directory_iterator entry(plugins, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    std::error_code hidden;
    const bool mayBeOne = entry->is_directory(hidden) && fs::exists(entry->path() / "manifest.json", hidden);
    if (mayBeOne || hidden) folders.push_back(entry->path());
  }
  if (error)
    throw integration::Failure(integration::Code::invalidArgument,
                               plugins.string() + " can't be read: " + error.message());
  std::sort(folders.begin(), folders.end());
  return folders;
}

Integration load(const integration::Manifest& manifest, integration::Unload unload,
                 const std::shared_ptr<integration::PluginObserver>& observer) {
  Integration loaded{integration::PluginLibrary::load(manifest, unload, {}, observer), {}};
  for (const std::string& origin : manifest.origins) loaded.origins.insert(parseOrigin(origin));
  return loaded;
}

}  // namespace

Catalog::Catalog(const fs::path& plugins, integration::Unload unload, const Refuse& refuse, LogWriter& log,
                 const std::shared_ptr<integration::PluginObserver>& observer) {
  bool hasRefused = false;
  std::string lastReason = "no folder with a manifest.json in it";
  for (const fs::path& folder : pluginFolders(plugins)) {
    std::string id;
    try {
      const integration::Manifest manifest = integration::Manifest::read(folder);
      id = manifest.id;
      if (const auto reason = refuse(id)) {
        hasRefused = true;
        throw integration::Failure(integration::Code::failedPrecondition, *reason);
      }
      // Its code runs from here on, and may end the process.
      log.info("loading plugin", {{"id", id}, {"folder", folder.native()}});
      log.flush();
      Integration loaded = load(manifest, unload, observer);
      if (!integrations_.emplace(id, std::move(loaded)).second)
        throw integration::Failure(integration::Code::alreadyExists,
                                   "another plugin has the id " + id + " already");
      log.info("plugin loaded", {{"id", id}, {"folder", folder.native()}});
    } catch (const std::exception& failure) {
      lastReason = failure.what();  // tells every issue
      log.warning("plugin left out", {{"id", id}, {"folder", folder.native()}, {"reason", lastReason}});
      leftOut_.push_back({id, folder, lastReason});
    }
  }
  integration::guardExit();  // before what the plugins have registered
  if (integrations_.empty() && !hasRefused)
    throw integration::Failure(integration::Code::notFound,
                               "no plugin could be loaded from " + plugins.string() + ": " + lastReason);
}

const Integration* Catalog::find(const std::string& id) const {
  const auto found = integrations_.find(id);
  return found == integrations_.end() ? nullptr : &found->second;
}

std::optional<std::string> Catalog::reasonMissing(const std::string& id) const {
  if (find(id) != nullptr) return std::nullopt;
  for (const LeftOut& plugin : leftOut_)
    if (plugin.id == id) return plugin.reason;
  return "it is not installed on this host";
}

std::vector<const Integration*> Catalog::all() const {
  std::vector<const Integration*> all;
  for (const auto& [id, integration] : integrations_) all.push_back(&integration);
  return all;
}

}  // namespace host_stub
