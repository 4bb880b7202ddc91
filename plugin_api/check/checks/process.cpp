// The process belongs to the host: no entry changes what is the host's in it.
#include "integration/host/process_state.hpp"

#include <fstream>
#include <optional>

#include "raw_plugin.hpp"

namespace integration::check {
namespace {

// Compares the process before and after one entry.
template <class Body>
void expectUntouched(const std::string& entry, Body&& body) {
  const auto before = ProcessState::now(ProcessState::Extent::whole);
  body();
  const auto changes = before.changesTo(ProcessState::now(ProcessState::Extent::whole));
  before.restore();
  if (changes.empty()) return;
  std::string all;
  for (const ProcessState::Difference& change : changes) all += (all.empty() ? "" : ", ") + change.text;
  throw Verdict(Status::failed, entry + " changes the process of its host: " + all +
                                    ". Leave it as it is: keep state in the instance, and ask the host's "
                                    "services for what is outside of it");
}

void processIsLeftAlone(const std::filesystem::path& folder) {
  const std::ifstream ofTheHost("/dev/null");  // a descriptor that no plugin has to close
  std::optional<RawPlugin> plugin;
  std::optional<RawInstance> instance;
  expectUntouched("loading it", [&] { plugin.emplace(folder); });
  expectUntouched("describe", [&] {
    detail::TextSink out, error;
    plugin->api().describe(out.sink(), error.sink());
  });
  expectUntouched("create", [&] { instance.emplace(*plugin); });
  for (const EntryInfo& entry : entries())
    expectUntouched(entry.name, [&] { instance->call(entry.entry, entry.sound); });
  expectUntouched("extension", [&] {
    const HostCall call(CallKind::query, instance->options);
    if (plugin->api().extension != nullptr)
      plugin->api().extension(call.get(), detail::toView("integration.sync/1"));
  });
  expectUntouched("destroy", [&] { instance->destroy(); });
}

}  // namespace

std::vector<Check> processChecks() {
  return {
      {"process-left-alone",
       "No entry changes working directory, umask, locale, signal handlers or mask, or the open descriptors.",
       processIsLeftAlone},
  };
}

}  // namespace integration::check
