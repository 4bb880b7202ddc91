// Tests that the real plugin can be loaded, used and unloaded again and again.
#include <gtest/gtest.h>
#include <malloc.h>

#include <cstdio>
#include <fstream>

#include "integration/host.hpp"
#include "integration/testing/fake_host.hpp"

namespace fault {
namespace {

// The host kit keeps the last 4,096 ended calls (HostCall::kQuarantine). After kWarm loads their number is
// reached.
constexpr int kWarm = 2200, kLoads = kWarm + 1000;
constexpr double kLeakMb = 1;

double residentMb() {
  malloc_trim(0);
  std::ifstream in("/proc/self/statm");
  double whole = 0, resident = 0;
  in >> whole >> resident;
  return resident * 4096 / 1e6;
}

bool isMapped() {
  std::ifstream maps("/proc/self/maps");
  for (std::string line; std::getline(maps, line);)
    if (line.find("/plugins/ashby/") != std::string::npos) return true;
  return false;
}

TEST(PluginUnload, IsLoadedAndUnloadedAThousandTimesWithoutALeak) {
  const integration::Manifest manifest = integration::Manifest::read(PLUGINS "/ashby");
  integration::test::FakeHost host;
  double warm = 0;
  for (int i = 0; i < kLoads; ++i) {
    if (i == kWarm) warm = residentMb();
    auto library = integration::PluginLibrary::load(manifest, integration::Unload::whenUnused);
    auto instance = integration::PluginInstance::create(library, {"c1", "Ashby"});
    library.reset();
    EXPECT_EQ(instance->listStaged({.services = host.services()}, {}).total, 0U);
    instance.reset();
    ASSERT_FALSE(isMapped()) << "load " << i;
  }
  const double end = residentMb();
  std::printf("%d loads and unloads: %.1f MB after %d of them, %.1f MB in the end\n", kLoads, warm, kWarm,
              end);
  EXPECT_LT(end - warm, kLeakMb);
}

}  // namespace
}  // namespace fault
