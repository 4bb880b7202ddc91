// Tests all pairs of old and new hosts and plugins. They must have the same major version, and the plugin's
// minor must not exceed the host's. Tables and structs may have any size from the first version's on.
#include "support.hpp"

#include <boost/dll/shared_library.hpp>

#include "integration/detail/marshalling.hpp"

namespace integration {
namespace {

// Calls the entry of a plugin of the author kit as hosts of several versions would.
class Entry : public ::testing::Test {
 protected:
  Entry()
      : library_(pluginFolder("echo") / "abi_plugin_echo.so"),
        entry_(&library_.get<const integration_api*(const integration_hello*, integration_sink)>(
            INTEGRATION_ENTRY_NAME)) {}

  const integration_api* ask(const integration_hello* hello) {
    detail::TextSink error;
    const integration_api* api = entry_(hello, error.sink());
    message_ = error.text();
    return api;
  }
  static integration_hello hello(std::uint16_t major, std::uint16_t minor,
                                 std::uint32_t size = sizeof(integration_hello)) {
    return {size, major, minor, detail::toView("a host of some age")};
  }

  boost::dll::shared_library library_;
  integration_entry_fn entry_;
  std::string message_;
};

TEST_F(Entry, TakesAHostOfTheSameVersion) {
  const integration_hello same = hello(INTEGRATION_ABI_MAJOR, INTEGRATION_ABI_MINOR);
  EXPECT_NE(ask(&same), nullptr);
}

TEST_F(Entry, TakesAHostOfANewerMinorVersion) {
  const integration_hello newer = hello(INTEGRATION_ABI_MAJOR, INTEGRATION_ABI_MINOR + 5);
  EXPECT_NE(ask(&newer), nullptr);
}

TEST_F(Entry, RefusesOlderMinorNamingBothVersions) {
  const integration_hello older = hello(INTEGRATION_ABI_MAJOR, INTEGRATION_ABI_MINOR - 1);
  EXPECT_EQ(ask(&older), nullptr);
  EXPECT_THAT(message_, ::testing::AllOf(::testing::HasSubstr("0.9"), ::testing::HasSubstr("0.8")));
}

TEST_F(Entry, RefusesAHostOfAnotherMajorVersion) {
  const integration_hello other = hello(INTEGRATION_ABI_MAJOR + 1, INTEGRATION_ABI_MINOR);
  EXPECT_EQ(ask(&other), nullptr);
}

TEST_F(Entry, TakesALargerHelloAndRefusesATruncatedOne) {
  struct Larger {
    integration_hello hello;
    std::uint64_t somethingNew[8];
  } larger{hello(INTEGRATION_ABI_MAJOR, INTEGRATION_ABI_MINOR, sizeof(Larger)), {}};
  EXPECT_NE(ask(&larger.hello), nullptr);

  const integration_hello truncated =
      hello(INTEGRATION_ABI_MAJOR, INTEGRATION_ABI_MINOR, INTEGRATION_HELLO_SIZE_V1 - 1);
  EXPECT_EQ(ask(&truncated), nullptr);
  EXPECT_EQ(ask(nullptr), nullptr);
}

// A host whose integration_host and tables have other sizes.
struct OddHost {
  integration_host host{sizeof(OddHost), INTEGRATION_ABI_MAJOR, INTEGRATION_ABI_MINOR, &OddHost::service};
  std::uint64_t somethingNew[4]{};
  std::uint32_t clockSize = sizeof(integration_clock) + 64;

  static const void* service(const integration_host* host, integration_view id) noexcept {
    if (detail::fromView(id) != INTEGRATION_CLOCK) return pluginHost().service(&pluginHost(), id);
    static struct {
      integration_clock clock;
      std::uint64_t somethingNew[8];
    } table;
    table.clock = *static_cast<const integration_clock*>(pluginHost().service(&pluginHost(), id));
    table.clock.struct_size = reinterpret_cast<const OddHost*>(host)->clockSize;
    return &table;
  }
};

TEST(NewerHost, WithLargerStructsAndTablesServesAnOlderPlugin) {
  OddHost larger;
  test::FakeHost fake;
  const auto instance = PluginInstance::create(loadPlugin("echo"), {"c1", "echo"}, {}, &larger.host);
  EXPECT_EQ(instance->status({.services = fake.services()}).health, std::to_string(fake.clock.now()) + " c1");
}

TEST(OlderHost, WithASmallerHostStructThanTheFirstIsRefused) {
  OddHost smaller;
  smaller.host.struct_size = INTEGRATION_HOST_SIZE_V1 - 1;
  EXPECT_EQ(errorOf([&] {
              PluginInstance::create(loadPlugin("echo"), {"c1", "echo"}, {}, &smaller.host);
            }).code,
            Code::failedPrecondition);
}

TEST(OlderHost, WithTooSmallTableCountsAsHavingNone) {
  OddHost smaller;
  smaller.clockSize = INTEGRATION_CLOCK_SIZE_V1 - 1;
  test::FakeHost fake;
  const auto instance = PluginInstance::create(loadPlugin("echo"), {"c1", "echo"}, {}, &smaller.host);
  EXPECT_EQ(errorOf([&] { instance->status({.services = fake.services()}); }).code, Code::unimplemented);
}

TEST(NewerPlugin, WithALargerTableOfTheSameMinorIsTaken) {
  EXPECT_EQ(makeInstance("large_table")->handleWebhook({}, {}).httpStatus, 200);
}

TEST(OlderPlugin, OfAnOlderMinorIsTaken) {
  EXPECT_EQ(makeInstance("older_minor")->handleWebhook({}, {}).httpStatus, 200);
}

TEST(OlderPlugin, WithoutTheExtensionFunctionSupportsNone) {
  const auto instance = makeInstance("no_extension");
  EXPECT_FALSE(instance->supports(kSync));
  EXPECT_EQ(errorOf([&] { instance->run<void>({}, kSync, SyncRequest{}); }).code, Code::unimplemented);
}

}  // namespace
}  // namespace integration
