// From create to unload.
#include <malloc.h>

#include <fstream>
#include <thread>

#include "raw_plugin.hpp"
#include "spy_host.hpp"

namespace integration::check {
namespace {

std::size_t threadCount() {
  std::size_t count = 0;
  for ([[maybe_unused]] const auto& task : std::filesystem::directory_iterator("/proc/self/task")) ++count;
  return count;
}

bool isMapped(const std::filesystem::path& library) {
  std::ifstream maps("/proc/self/maps");
  for (std::string line; std::getline(maps, line);)
    if (line.find(library.string()) != std::string::npos) return true;
  return false;
}

void callEverything(RawInstance& instance) {
  for (const EntryInfo& entry : entries()) instance.call(entry.entry, entry.sound);
}

void createUsesNoService(const std::filesystem::path& folder) {
  const RawPlugin plugin(folder);
  RawInstance instance(plugin, &spyHost());
  for (const Use& use : spied())
    expect(use.function == ServiceFunction::logWrite, "create calls a service other than log");
}

void createDestroyHundredTimes(const std::filesystem::path& folder) {
  const RawPlugin plugin(folder);
  auto rounds = [&](int count) {
    for (int i = 0; i < count; ++i) {
      RawInstance instance(plugin);
      const Answer answer = instance.destroy();
      expect(answer.status == INTEGRATION_OK,
             "destroy answers " + std::to_string(answer.status) + ": " + answer.error);
    }
  };
  // The host kit keeps ended calls for a while, so its memory must have settled before the plugin's is
  // measured.
  rounds(static_cast<int>(HostCall::kQuarantine));
  const std::size_t before = mallinfo2().uordblks;
  rounds(100);
  const std::size_t after = mallinfo2().uordblks;
  if (after > before + 6400)
    throw Verdict(Status::warning, "100 instances left " + std::to_string(after - before) + " bytes behind");
}

void twoInstancesAreApart(const std::filesystem::path& folder) {
  const RawPlugin plugin(folder);
  RawInstance first(plugin);
  const std::int32_t alone = first.call(PluginEntry::status, "").status;
  {
    RawInstance second(plugin);
    callEverything(second);
    expect(first.fake.store.commits() == 0, "the calls of one instance write to the store of another");
  }
  expect(first.call(PluginEntry::status, "").status == alone,
         "an instance answers otherwise once another was destroyed");
}

void destroyLeavesNoThreads(const std::filesystem::path& folder) {
  const RawPlugin plugin(folder);
  const std::size_t before = threadCount();
  {
    RawInstance instance(plugin);
    callEverything(instance);
    expect(threadCount() == before, "the plugin starts threads: work belongs into run_work");
  }
  expect(threadCount() == before, "threads of the plugin live on after destroy");
}

void loadUseUnload(const std::filesystem::path& folder) {
  const Manifest manifest = Manifest::read(folder);
  auto library = PluginLibrary::load(manifest, Unload::whenUnused);
  test::FakeHost fake;
  const CallOptions options{.services = fake.services()};
  auto instance = PluginInstance::create(library, {"connection-1", manifest.id}, options);
  try {
    instance->status(options);
    instance->runWork(options);
  } catch (const Failure&) {
    // The answers of the entries are another check's.
  }
  instance.reset();
  library.reset();
}

void unloadUnmaps(const std::filesystem::path& folder) {
  loadUseUnload(folder);
  expect(!isMapped(Manifest::read(folder).library),
         "the library is still mapped: build it with -fno-gnu-unique and without thread_local objects that "
         "have destructors");
}

void reloadWorks(const std::filesystem::path& folder) {
  for (int round = 0; round < 3; ++round) loadUseUnload(folder);
}

void callsMayRace(const std::filesystem::path& folder) {
  const RawPlugin plugin(folder);
  RawInstance instance(plugin);
  std::vector<std::thread> callers;
  for (int i = 0; i < 4; ++i)
    callers.emplace_back([&] {
      for (int round = 0; round < 25; ++round)
        for (const EntryInfo& entry : entries())
          if (entry.entry != PluginEntry::runWork) instance.call(entry.entry, entry.sound);
    });
  for (int round = 0; round < 25; ++round) instance.call(PluginEntry::runWork, "");
  for (std::thread& caller : callers) caller.join();
}

void enableAndDisableRepeat(const std::filesystem::path& folder) {
  const RawPlugin plugin(folder);
  RawInstance instance(plugin);
  for (const PluginEntry entry : {PluginEntry::enable, PluginEntry::disable}) {
    const Answer first = instance.call(entry, "{}");
    const Answer second = instance.call(entry, "{}");
    expect(first.status == second.status, "the second time answers " + std::to_string(second.status) +
                                              " instead of " + std::to_string(first.status) + ": " +
                                              second.error);
  }
}

}  // namespace

std::vector<Check> lifecycleChecks() {
  return {
      {"create-uses-no-service", "create calls no service but log.", createUsesNoService},
      {"create-destroy-x100", "A hundred instances come and go and leave no memory behind.",
       createDestroyHundredTimes},
      {"two-instances", "Two instances know nothing of each other.", twoInstancesAreApart},
      {"no-threads", "The plugin has no threads, during its calls or after destroy.", destroyLeavesNoThreads},
      {"unload-unmaps", "After unloading, the library is gone from /proc/self/maps.", unloadUnmaps},
      {"reload-works", "The library loads and works again after it was unloaded.", reloadWorks},
      {"concurrent-calls", "Entries may be called by several threads at once.", callsMayRace},
      {"enable-disable-repeat", "enable and disable may be repeated.", enableAndDisableRepeat},
  };
}

}  // namespace integration::check
