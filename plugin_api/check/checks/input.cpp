// Whatever arrives: the plugin answers, and never crashes.
#include "raw_plugin.hpp"

namespace integration::check {
namespace {

// Gives `text` to every entry that takes one; every error that comes back must be told properly.
void giveToAll(const std::filesystem::path& folder, const std::string& text) {
  const RawPlugin plugin(folder);
  RawInstance instance(plugin);
  for (const EntryInfo& entry : entries())
    if (entry.takesJson || entry.entry == PluginEntry::handleWebhook)
      expectToldError(instance.call(entry.entry, text), entry.name);
}

void emptyInput(const std::filesystem::path& folder) {
  giveToAll(folder, "");
}
void notUtf8Input(const std::filesystem::path& folder) {
  giveToAll(folder, "{\"id\":\"\xc3\x28\xff\"}");
}
void zeroBytesInput(const std::filesystem::path& folder) {
  giveToAll(folder, std::string("{\"id\":\"\0\"}\0", 11));
}
void hugeInput(const std::filesystem::path& folder) {
  giveToAll(folder, "{\"id\":\"" + std::string(4 * 1024 * 1024 - 9, 'x') + "\"}");
}
void deepInput(const std::filesystem::path& folder) {
  giveToAll(folder, std::string(100000, '['));
  std::string objects;
  for (int i = 0; i < 100000; ++i) objects += "{\"a\":";
  giveToAll(folder, objects);
}
void wrongTypes(const std::filesystem::path& folder) {
  for (const char* text :
       {"null", "[]", "7", "\"text\"", R"({"id":7,"fields":"none","erase":"yes","limit":-1,"state":{}})",
        R"({"id":null,"fields":null,"limit":1e300,"after":[]})"})
    giveToAll(folder, text);
}

void notJsonIsRefused(const std::filesystem::path& folder) {
  const RawPlugin plugin(folder);
  RawInstance instance(plugin);
  for (const PluginEntry entry :
       {PluginEntry::configure, PluginEntry::listStaged, PluginEntry::promote, PluginEntry::discard}) {
    const EntryInfo& info = entries()[static_cast<std::size_t>(entry)];
    const Answer answer = instance.call(entry, "this is not JSON");
    expect(answer.status != INTEGRATION_OK, std::string(info.name) + " takes what is not JSON");
    expectToldError(answer, info.name);
  }
}

// A newer host says more than an older plugin knows.
void unknownMembersPass(const std::filesystem::path& folder) {
  const RawPlugin plugin(folder);
  RawInstance instance(plugin);
  for (const EntryInfo& entry : entries()) {
    if (!entry.takesJson || entry.entry == PluginEntry::configure) continue;
    const std::string sound = entry.sound;
    const std::string more = sound == "{}"
                                 ? R"({"aLaterMinor":{"says":"more"}})"
                                 : sound.substr(0, sound.size() - 1) + R"(,"aLaterMinor":{"says":"more"}})";
    const std::int32_t without = instance.call(entry.entry, sound).status;
    const std::int32_t with = instance.call(entry.entry, more).status;
    expect(with == without, std::string(entry.name) + " answers " + std::to_string(with) + " instead of " +
                                std::to_string(without) + " when the request has a member more");
  }
}

void rubbishConfig(const std::filesystem::path& folder) {
  const RawPlugin plugin(folder);
  RawInstance sound(plugin);
  for (const std::string& config :
       {std::string(), std::string("rubbish"), std::string("[]"), std::string("{}"),
        std::string(R"({"connectionId":7,"integration":null})"), std::string("\xff"),
        std::string(100000, '[')}) {
    const GuardedText text(config);
    const HostCall call(CallKind::create, sound.options);
    integration_instance* instance = nullptr;
    detail::TextSink error;
    Answer answer;
    answer.status = plugin.api().create(call.get(), &pluginHost(), text.view(), &instance, error.sink());
    answer.error = error.text();
    expectToldError(answer, "create");
    if (answer.status != INTEGRATION_OK) continue;
    const HostCall end(CallKind::destroy, {});
    plugin.api().destroy(end.get(), instance, error.sink());
  }
}

}  // namespace

std::vector<Check> inputChecks() {
  return {
      {"config-rubbish", "create takes or refuses any config, with a message, and never crashes.",
       rubbishConfig},
      {"empty-input", "An empty request is answered.", emptyInput},
      {"not-json-refused", "A request that is not JSON is refused with a message.", notJsonIsRefused},
      {"wrong-types", "Requests whose members have other types are answered.", wrongTypes},
      {"utf8-invalid-input", "Text that is not UTF-8 is answered.", notUtf8Input},
      {"zero-bytes-input", "Text with zero bytes in it is answered, and nothing relies on one at its end.",
       zeroBytesInput},
      {"huge-input", "A request of 4 MiB is answered.", hugeInput},
      {"deep-input", "JSON that is nested 100,000 levels deep is answered.", deepInput},
      {"unknown-members-pass", "A request with a member that the plugin doesn't know is answered the same.",
       unknownMembersPass},
  };
}

}  // namespace integration::check
