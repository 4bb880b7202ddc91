// The folder, before and while it is loaded.
#include <boost/dll/library_info.hpp>
#include <chrono>

#include "raw_plugin.hpp"

namespace integration::check {
namespace {

void manifestSchemaHolds(const std::filesystem::path& folder) {
  Manifest::read(folder);
}

void exportsOneSymbol(const std::filesystem::path& folder) {
  const Manifest manifest = Manifest::read(folder);
  std::string others;
  bool entry = false;
  for (const std::string& symbol : boost::dll::library_info(manifest.library, false).symbols()) {
    if (symbol == INTEGRATION_ENTRY_NAME)
      entry = true;
    else
      others += " " + symbol;
  }
  expect(entry, "it doesn't export " INTEGRATION_ENTRY_NAME);
  expect(others.empty(), "it also exports" + others.substr(0, 300) +
                             ": link with a version script, as integration_add_plugin does");
}

void loadsWithEverySymbol(const std::filesystem::path& folder) {
  RawPlugin{folder};
}

void hostKitTakesIt(const std::filesystem::path& folder) {
  PluginLibrary::load(Manifest::read(folder));
}

void scanIsFast(const std::filesystem::path& folder) {
  const Manifest manifest = Manifest::read(folder);
  const auto start = std::chrono::steady_clock::now();
  PluginLibrary::load(manifest);
  const auto took =
      std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start);
  if (took.count() > 100)
    throw Verdict(Status::warning, "loading and describing took " + std::to_string(took.count()) + " ms");
}

}  // namespace

std::vector<Check> fileChecks() {
  return {
      {"manifest-schema", "The manifest has the right shape, fits this ABI and names a library beside it.",
       manifestSchemaHolds},
      {"exports-exactly-one-symbol", "The library exports integration_plugin_entry and nothing else.",
       exportsOneSymbol},
      {"load-rtld-now", "The library loads with every symbol resolved, and its entry gives a table.",
       loadsWithEverySymbol},
      {"manifest-equals-describe", "Table and description agree with the manifest.", hostKitTakesIt},
      {"scan-time", "Loading and describing takes less than 100 ms.", scanIsFast},
  };
}

}  // namespace integration::check
