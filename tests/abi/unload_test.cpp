// Tests the exports of a plugin's file, and its unloading.
#include "support.hpp"

#include <array>
#include <cstdio>
#include <memory>

namespace integration {
namespace {

bool isMapped(const std::string& name) {
  std::ifstream maps("/proc/self/maps");
  for (std::string line; std::getline(maps, line);)
    if (line.find(name) != std::string::npos) return true;
  return false;
}

std::vector<std::string> exportedBy(const std::filesystem::path& library) {
  const std::string command = "nm -D --defined-only " + library.string();
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  std::vector<std::string> names;
  std::array<char, 512> line;
  while (pipe && fgets(line.data(), line.size(), pipe.get()) != nullptr) {
    std::string name = line.data();
    name.pop_back();
    names.push_back(name.substr(name.rfind(' ') + 1));
  }
  return names;
}

TEST(Plugin, ExportsTheEntryAlone) {
  for (const char* name : {"echo", "service_probe"})
    EXPECT_EQ(exportedBy(Manifest::read(pluginFolder(name)).library),
              std::vector<std::string>{INTEGRATION_ENTRY_NAME});
}

TEST(Plugin, LeavesNoTraceInMemoryAHundredTimes) {
  test::FakeHost host;
  for (int round = 0; round < 100; ++round) {
    auto library = loadPlugin("unloaded", Unload::whenUnused);
    auto instance = PluginInstance::create(library, {"c1", "unloaded"});
    library.reset();
    EXPECT_EQ(instance->listStaged({.services = host.services()}, {}).total, 100u);
    ASSERT_TRUE(isMapped("abi_plugin_unloaded.so"));
    instance.reset();
    ASSERT_FALSE(isMapped("abi_plugin_unloaded.so")) << "round " << round;
  }
}

TEST(Plugin, ThatIsRefusedLeavesNoTrace) {
  for (const char* name : {"no_symbol", "entry_null", "entry_throws", "wrong_major", "describes_rubbish"}) {
    EXPECT_NE(errorOf([&] { loadPlugin(name); }).code, Code::ok);
    EXPECT_FALSE(isMapped("abi_plugin_" + std::string(name) + ".so"));
  }
}

TEST(Plugin, StaysMappedByDefault) {
  loadPlugin("older_minor").reset();
  EXPECT_TRUE(isMapped("abi_plugin_older_minor.so"));
}

}  // namespace
}  // namespace integration
