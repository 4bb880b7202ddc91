// Loads the test plugins by name, turns a thrown Failure into a value, and makes temporary folders.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "integration/host.hpp"
#include "integration/testing/fake_host.hpp"

namespace integration {

// Returns the folder of a plugin of tests/abi/plugins, which has its manifest and its library.
inline std::filesystem::path pluginFolder(const std::string& name) {
  return std::filesystem::path(ABI_PLUGINS) / name;
}

inline std::shared_ptr<const PluginLibrary> loadPlugin(const std::string& name,
                                                       Unload unload = Unload::keepMapped) {
  return PluginLibrary::load(Manifest::read(pluginFolder(name)), unload);
}

// Creates an instance for the connection "c1", in a library that it loads.
inline std::unique_ptr<PluginInstance> makeInstance(const std::string& name,
                                                    const CallOptions& options = {}) {
  return PluginInstance::create(loadPlugin(name), {"c1", name}, options);
}

// Returns the error of the Failure that `body` throws; code ok if it throws none.
template <class Body>
Error errorOf(const Body& body) {
  try {
    body();
  } catch (const Failure& failure) {
    return failure.error();
  }
  return {Code::ok, "nothing was thrown", {}, {}};
}

// A folder that is deleted with everything in it at the end of the test.
class TempFolder {
 public:
  TempFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "integration_XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = name;
  }
  ~TempFolder() { std::filesystem::remove_all(path_); }
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  // Creates or replaces a file.
  void write(const std::string& name, const std::string& text) const { std::ofstream(path_ / name) << text; }

 private:
  std::filesystem::path path_;
};

}  // namespace integration
