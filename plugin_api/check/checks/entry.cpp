// The entry, versions and sizes: plugins and hosts of different ages.
#include "raw_plugin.hpp"

namespace integration::check {
namespace {

integration_hello hello(int major, int minor, std::uint32_t size = sizeof(integration_hello)) {
  return {size, static_cast<std::uint16_t>(major), static_cast<std::uint16_t>(minor),
          detail::toView("check")};
}

void expectRefused(const RawPlugin& plugin, const integration_hello& from, const std::string& what) {
  std::string error;
  expect(plugin.enter(&from, error) == nullptr, what + " got a table");
  const Json json = parseJson(error, "the refusal of " + what);
  expect(!json.value("message", std::string()).empty(), "the refusal of " + what + " has no message");
}

void otherMajorRefused(const std::filesystem::path& folder) {
  const RawPlugin plugin(folder);
  expectRefused(plugin, hello(plugin.manifest().abiMajor + 1, plugin.manifest().abiMinor),
                "a host of the next major version");
}

void olderHostRefused(const std::filesystem::path& folder) {
  const RawPlugin plugin(folder);
  skipUnless(plugin.manifest().abiMinor > 0, "there is no older minor version");
  expectRefused(plugin, hello(plugin.manifest().abiMajor, plugin.manifest().abiMinor - 1),
                "a host of an older minor version");
}

void newerHostTaken(const std::filesystem::path& folder) {
  const RawPlugin plugin(folder);
  const integration_hello newer = hello(plugin.manifest().abiMajor, INTEGRATION_ABI_MINOR + 7);
  std::string error;
  expect(plugin.enter(&newer, error) != nullptr, "a host of a newer minor version was refused: " + error);
}

void truncatedHelloRefused(const std::filesystem::path& folder) {
  const RawPlugin plugin(folder);
  expectRefused(plugin, hello(INTEGRATION_ABI_MAJOR, INTEGRATION_ABI_MINOR, INTEGRATION_HELLO_SIZE_V1 - 8),
                "a hello that is too small");
}

void largerHelloTaken(const std::filesystem::path& folder) {
  const RawPlugin plugin(folder);
  struct Larger {
    integration_hello hello;
    std::uint64_t somethingNew[32];
  } larger{hello(INTEGRATION_ABI_MAJOR, INTEGRATION_ABI_MINOR, sizeof(Larger)), {}};
  std::string error;
  expect(plugin.enter(&larger.hello, error) != nullptr, "a hello that has grown was refused: " + error);
}

// A host struct that ends where its page ends: who reads beyond the first size crashes.
void firstHostStructTaken(const std::filesystem::path& folder) {
  const RawPlugin plugin(folder);
  const GuardedText bytes(
      std::string_view(reinterpret_cast<const char*>(&pluginHost()), INTEGRATION_HOST_SIZE_V1));
  RawInstance instance(plugin, reinterpret_cast<const integration_host*>(bytes.view().ptr));
  instance.call(PluginEntry::status, "");
}

void largerHostStructTaken(const std::filesystem::path& folder) {
  const RawPlugin plugin(folder);
  struct Larger {
    integration_host host = pluginHost();
    std::uint64_t somethingNew[32]{};
  } larger;
  larger.host.struct_size = sizeof(larger);
  RawInstance instance(plugin, &larger.host);
  instance.call(PluginEntry::status, "");
}

void truncatedHostStructRefused(const std::filesystem::path& folder) {
  const RawPlugin plugin(folder);
  integration_host small = pluginHost();
  small.struct_size = INTEGRATION_HOST_SIZE_V1 - 8;
  bool refused = false;
  try {
    RawInstance instance(plugin, &small);
  } catch (const Verdict&) {
    refused = true;
  }
  expect(refused, "create took a host struct that is smaller than the first one");
}

void describeIsStable(const std::filesystem::path& folder) {
  const RawPlugin plugin(folder);
  auto describe = [&] {
    detail::TextSink out, error;
    const std::int32_t status = plugin.api().describe(out.sink(), error.sink());
    expect(status == INTEGRATION_OK, "describe answers " + std::to_string(status));
    return out.text();
  };
  const std::string before = describe();
  RawInstance instance(plugin);
  expect(describe() == before, "describe answers something else once there is an instance");
}

void unknownExtensionIsNull(const std::filesystem::path& folder) {
  const RawPlugin plugin(folder);
  RawInstance instance(plugin);
  skipUnless(plugin.api().extension != nullptr, "the plugin has no extensions");
  const HostCall call(CallKind::query, instance.options);
  const std::string longId(100000, 'x');
  for (const std::string& id : {std::string(), std::string("no.such/1"), std::string("integration.sync/999"),
                                std::string("\xff\xfe\0", 3), longId}) {
    const GuardedText text(id);
    expect(plugin.api().extension(call.get(), text.view()) == nullptr,
           "an id that no plugin can know has a table");
  }
}

void knownExtensionsAreSound(const std::filesystem::path& folder) {
  const auto library = PluginLibrary::load(Manifest::read(folder));
  const auto instance = PluginInstance::create(library, {"connection-1", library->manifest().id});
  for (const char* id :
       {kRestore, kSync, kActivity, kRetry, kSetAside, kExplain, kExportProcessedIds, kImportProcessedIds})
    instance->supports(id);
}

}  // namespace

std::vector<Check> entryChecks() {
  return {
      {"wrong-major-refused", "A host of another major version is refused with a message.",
       otherMajorRefused},
      {"older-host-refused", "A host of an older minor version is refused with a message.", olderHostRefused},
      {"newer-host-taken", "A host of a newer minor version is taken.", newerHostTaken},
      {"truncated-hello-refused", "A hello that is smaller than the first one is refused.",
       truncatedHelloRefused},
      {"larger-hello-taken", "A hello that has grown is taken.", largerHelloTaken},
      {"first-host-struct-taken", "A host struct of the first size is taken, and nothing beyond it is read.",
       firstHostStructTaken},
      {"larger-host-struct-taken", "A host struct that has grown is taken.", largerHostStructTaken},
      {"truncated-host-struct-refused", "A host struct that is smaller than the first one is refused.",
       truncatedHostStructRefused},
      {"describe-is-stable", "describe answers the same bytes each time, before and after create.",
       describeIsStable},
      {"unknown-extension-null", "An extension id that the plugin can't know has no table.",
       unknownExtensionIsNull},
      {"known-extensions-sound", "Every extension that the plugin has is a whole table of a known kind.",
       knownExtensionsAreSound},
  };
}

}  // namespace integration::check
