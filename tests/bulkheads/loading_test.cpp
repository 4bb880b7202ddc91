// Tests a plugin that can't be loaded, or ends the host while it is loaded, beside a sound one.
#include <sys/stat.h>

#include <fstream>
#include <map>
#include <sstream>

#include "beside.hpp"
#include "broken_plugins.hpp"

namespace bulkheads {
namespace {

// A plugin that is added to a host that has served before.
class NewPlugin : public Beside, public testing::TestWithParam<BrokenPlugin> {
 protected:
  NewPlugin() : Beside({}) {
    expectToStop(0);
    plugins_.add(name());
  }
  const std::string& name() const { return GetParam().name; }
  const std::string& said() const { return GetParam().said; }
};

class PluginEndsAtStart : public NewPlugin {
 protected:
  void SetUp() override {
    if (kIsSanitized) GTEST_SKIP() << "a sanitizer ends the host in its own way";
  }
  // Expects that the last plugin in the log is this one.
  void expectNamedLast() const {
    const std::string log = host_.log(), last = log.substr(log.rfind("\"loading plugin\""));
    EXPECT_NE(last.find("\"id\":\"" + name() + "\""), std::string::npos) << last;
  }
};

using RefusedPlugin = NewPlugin;
using PluginExitsAtStart = PluginEndsAtStart;

TEST_P(RefusedPlugin, TheSoundOneIsServed) {
  host_.start();
  const HttpAnswer made = ask("POST", "/api/connections", {{"integration", name()}, {"name", "Broken"}});
  EXPECT_EQ(made.status, 422) << made.body;
  EXPECT_NE(host_.log().find("plugin left out"), std::string::npos);
  EXPECT_NE(host_.log().find(said()), std::string::npos) << host_.log();
  expectAllServed("a1");
  expectToStop(0);
}

TEST_P(PluginEndsAtStart, TheSoundOneIsServedWithoutIt) {
  const std::map<std::string, int> ends = {{"_exit", 0}, {"exit", 70}, {"hang", 70}};
  EXPECT_EQ(host_.startOrEnd(), ends.at(said()));
  expectNamedLast();
  plugins_.remove(name());
  host_.start();
  expectAllServed("a1");
  expectToStop(0);
}

TEST_P(PluginExitsAtStart, TheSoundOneIsServedFromTheFourthOn) {
  for (int i = 0; i < 3; ++i) EXPECT_EQ(host_.startOrEnd(), 70);
  host_.start();
  EXPECT_NE(host_.log().find("host_stub plugin allow " + name()), std::string::npos);
  expectAllServed("a1");
  expectToStop(0);
}

class OddEntries : public Beside, public testing::Test {
 protected:
  OddEntries() : Beside({}) { expectToStop(0); }

  std::filesystem::path entry(const std::string& name) const {
    return std::filesystem::path(plugins_.path()) / name;
  }
  std::filesystem::path manifestOf(const std::string& name) const {
    std::filesystem::create_directories(entry(name));
    return entry(name) / "manifest.json";
  }
  bool isLeftOut(const std::string& name) const {
    std::istringstream log(host_.log());
    for (std::string line; std::getline(log, line);)
      if (line.find("plugin left out") != std::string::npos && line.find(entry(name)) != std::string::npos)
        return true;
    return false;
  }
};

TEST_F(OddEntries, TheSoundOneIsServed) {
  namespace fs = std::filesystem;
  ASSERT_EQ(::mkfifo(manifestOf("pipe").c_str(), 0600), 0);
  fs::create_symlink("loop", entry("loop"));
  fs::create_symlink(std::string(300, 'x'), entry("too_long"));
  fs::create_symlink("manifest.json", manifestOf("manifest_loop"));
  fs::create_directories(manifestOf("manifest_folder"));
  fs::create_symlink("/nowhere", entry("dangling"));
  fs::create_directories(entry("lost+found"));
  std::ofstream(entry("notes.txt")) << "no plugin";
  host_.start();
  for (const char* name : {"pipe", "loop", "too_long", "manifest_loop", "manifest_folder", "dangling"})
    EXPECT_TRUE(isLeftOut(name)) << name << "\n" << host_.log();
  for (const char* name : {"lost+found", "notes.txt"})
    EXPECT_FALSE(isLeftOut(name)) << name << " is not told of: nobody takes it for a plugin";
  expectAllServed("a1");
  expectToStop(0);
}

RUN_FOR(RefusedPlugin, Itself::isRefused);
RUN_FOR(PluginEndsAtStart, Itself::endsTheStart);
const std::vector<BrokenPlugin> kExits = {
    {"exits_in_entry", "exits as it is loaded", Itself::endsTheStart, ""}};
INSTANTIATE_TEST_SUITE_P(Round, PluginExitsAtStart, testing::ValuesIn(kExits), nameOf);

}  // namespace
}  // namespace bulkheads
