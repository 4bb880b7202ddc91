// Loads the test plugins by name, and turns a thrown Failure into a value.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "integration/host.hpp"
#include "integration/testing/fake_host.hpp"

namespace integration {

inline std::filesystem::path pluginFolder(const std::string& name) {
  return std::filesystem::path(ABI_PLUGINS) / name;
}

inline std::shared_ptr<const PluginLibrary> loadPlugin(const std::string& name,
                                                       Unload unload = Unload::keepMapped) {
  return PluginLibrary::load(Manifest::read(pluginFolder(name)), unload);
}

inline std::unique_ptr<PluginInstance> makeInstance(const std::string& name,
                                                    const CallOptions& options = {}) {
  return PluginInstance::create(loadPlugin(name), {"c1", name}, options);
}

// Returns the error of the Failure that `body` throws; code ok if it throws none.
template <class Body>
Error errorOf(Body&& body) {
  try {
    body();
  } catch (const Failure& failure) {
    return failure.error();
  }
  return {Code::ok, "nothing was thrown", {}, {}};
}

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
  void write(const std::string& name, const std::string& text) const { std::ofstream(path_ / name) << text; }

 private:
  std::filesystem::path path_;
};

}  // namespace integration
