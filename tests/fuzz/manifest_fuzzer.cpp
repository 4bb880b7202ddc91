// Fuzzes a plugin's manifest.json, and settings for an accepted manifest. Either is refused with a message,
// or keeps its promises.
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "fuzzer.hpp"
#include "integration/abi.h"
#include "integration/host/manifest.hpp"

using fuzzing::mustHold;
using integration::Manifest;

namespace {

namespace fs = std::filesystem;

class PluginFolder {
 public:
  PluginFolder() {
    std::string name = (fs::temp_directory_path() / "manifest_fuzzer_XXXXXX").string();
    mustHold(mkdtemp(name.data()) != nullptr, "there is a temporary folder");
    path_ = name;
    std::ofstream(path_ / "a.so") << "never loaded here";
  }
  ~PluginFolder() { fs::remove_all(path_); }
  PluginFolder(const PluginFolder&) = delete;
  PluginFolder& operator=(const PluginFolder&) = delete;

  std::optional<Manifest> with(std::string_view manifest) const {
    std::ofstream(path_ / "manifest.json", std::ios::binary) << manifest;
    try {
      return Manifest::read(path_);
    } catch (const integration::Failure& failure) {
      mustHold(failure.code() != integration::Code::ok && *failure.what() != '\0', "a refusal has its words");
      return std::nullopt;
    }
  }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

void checkSettings(const Manifest& manifest, std::string_view settings) {
  try {
    manifest.validateSettings(settings);
  } catch (const integration::Failure& failure) {
    mustHold(failure.code() == integration::Code::invalidArgument, "settings are refused as such",
             failure.what());
  }
}

}  // namespace

// The input holds the manifest, then a zero byte and the settings.
void fuzz(std::string_view bytes) {
  static const PluginFolder folder;
  const std::size_t zero = bytes.find('\0');
  const auto manifest = folder.with(bytes.substr(0, zero));
  if (!manifest) return;
  mustHold(manifest->library == fs::canonical(folder.path() / "a.so"), "the library is in the folder",
           manifest->library.native());
  mustHold(manifest->abiMajor == INTEGRATION_ABI_MAJOR, "the ABI is ours");
  for (const std::string& origin : manifest->origins)
    mustHold(origin.starts_with("https://"), "origins are https", origin);
  (void)manifest->secretNames();
  checkSettings(*manifest, zero == bytes.npos ? "{}" : bytes.substr(zero + 1));
}
