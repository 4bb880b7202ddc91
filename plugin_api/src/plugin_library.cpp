#include "integration/host/plugin_library.hpp"

#include <boost/dll/shared_library.hpp>
#include <mutex>
#include <vector>

#include "integration/detail/marshalling.hpp"
#include "plugin_calls.hpp"
#include "process_comparison.hpp"

namespace integration {
namespace {

using Handle = std::shared_ptr<boost::dll::shared_library>;

// The time that the library's constructors, its entry and describe take together before the observer is told.
constexpr std::chrono::seconds kLoadWithin{10};

// Concurrent loading is not safe on every platform that Boost.DLL serves.
std::mutex& loading() {
  static std::mutex mutex;
  return mutex;
}

// Never destroyed: at exit other static objects may still run code of a plugin.
void keepForEver(const Handle& handle) {
  static std::mutex mutex;
  static auto* const kept = new std::vector<Handle>;
  const std::lock_guard lock(mutex);
  kept->push_back(handle);
}

Handle open(const std::filesystem::path& file) {
  const std::lock_guard lock(loading());
  using boost::dll::load_mode::rtld_local;
  using boost::dll::load_mode::rtld_now;
  try {
    Handle handle(new boost::dll::shared_library(file, rtld_now | rtld_local),
                  [](boost::dll::shared_library* library) {
                    const std::lock_guard unloading(loading());
                    delete library;
                  });
    return handle;
  } catch (const std::system_error& error) {
    // Its code says nothing true (EBADF for a missing file), its text holds the loader's own message.
    throw Failure(Code::failedPrecondition, file.string() + " can't be loaded: " + error.what());
  }
}

Failure refused(const Manifest& manifest, const std::string& reason) {
  return Failure(Code::failedPrecondition, manifest.library.string() + " is refused: " + reason);
}

integration_api askForTable(const Manifest& manifest, const boost::dll::shared_library& library) {
  if (!library.has(INTEGRATION_ENTRY_NAME))
    throw refused(manifest, "it exports no " INTEGRATION_ENTRY_NAME ", so it is no integration plugin");
  const auto entry = reinterpret_cast<integration_entry_fn>(
      &library.get<const integration_api*(const integration_hello*, integration_sink)>(
          INTEGRATION_ENTRY_NAME));
  const integration_hello hello{sizeof(integration_hello), INTEGRATION_ABI_MAJOR, INTEGRATION_ABI_MINOR,
                                detail::toView("integration plugin host")};
  detail::TextSink error(64 * 1024);
  const integration_api* table = nullptr;
  try {
    table = entry(&hello, error.sink());
  } catch (...) {
    throw refused(manifest, "its entry let an exception out");
  }
  if (table == nullptr)
    throw refused(manifest, detail::readError(INTEGRATION_FAILED_PRECONDITION, error.text()).message);
  if (table->struct_size < INTEGRATION_API_SIZE_V1)
    throw refused(manifest, "its table has " + std::to_string(table->struct_size) + " bytes, the least is " +
                                std::to_string(INTEGRATION_API_SIZE_V1));
  return detail::readSized(table);
}

void checkTable(const Manifest& manifest, const integration_api& api) {
  if (api.abi_major != manifest.abiMajor || api.abi_minor != manifest.abiMinor ||
      api.abi_major != INTEGRATION_ABI_MAJOR || api.abi_minor > INTEGRATION_ABI_MINOR)
    throw refused(manifest, "it is built for ABI " + std::to_string(api.abi_major) + "." +
                                std::to_string(api.abi_minor) + ", its manifest says " +
                                std::to_string(manifest.abiMajor) + "." + std::to_string(manifest.abiMinor) +
                                ", this host offers " + std::to_string(INTEGRATION_ABI_MAJOR) + "." +
                                std::to_string(INTEGRATION_ABI_MINOR));
  auto require = [&](auto function, const char* name) {
    if (function == nullptr) throw refused(manifest, std::string("its table has no ") + name);
  };
  require(api.describe, "describe");
  require(api.create, "create");
  require(api.destroy, "destroy");
  require(api.configure, "configure");
  require(api.enable, "enable");
  require(api.disable, "disable");
  require(api.handle_webhook, "handle_webhook");
  require(api.list_staged, "list_staged");
  require(api.promote, "promote");
  require(api.discard, "discard");
  require(api.status, "status");
  require(api.run_work, "run_work");
}

}  // namespace

std::shared_ptr<const PluginLibrary> PluginLibrary::load(const Manifest& manifest, Unload unload,
                                                         const CallLimits& limits,
                                                         std::shared_ptr<PluginObserver> observer) {
  auto calls = PluginCalls::create(manifest.id, limits, std::move(observer));
  const EntryCall loading(*calls, nullptr,
                          {.entry = "load", .deadline = std::chrono::steady_clock::now() + kLoadWithin});
  Handle handle = open(manifest.library);
  std::shared_ptr<PluginLibrary> library(new PluginLibrary(manifest, std::move(handle), calls));
  library->checkDescription();
  compareProcess();
  if (unload == Unload::keepMapped) library->keepMapped();
  return library;
}

PluginLibrary::PluginLibrary(const Manifest& manifest, std::shared_ptr<boost::dll::shared_library> handle,
                             std::shared_ptr<PluginCalls> calls)
    : calls_(std::move(calls)),
      handle_(std::move(handle)),
      manifest_(manifest),
      api_(askForTable(manifest, *handle_)) {
  checkTable(manifest_, api_);
}

PluginLibrary::~PluginLibrary() = default;

void PluginLibrary::keepMapped() const {
  keepForEver(handle_);
}

void PluginLibrary::checkDescription() const {
  detail::TextSink out(64 * 1024), error(64 * 1024);
  std::int32_t status = INTEGRATION_INTERNAL;
  try {
    status = api_.describe(out.sink(), error.sink());
  } catch (...) {
    throw refused(manifest_, "its describe let an exception out");
  }
  if (out.refused())
    throw refused(manifest_, "its describe writes more than " + std::to_string(out.limit()) +
                                 " bytes: a description is an id, a name and a version");
  if (status != INTEGRATION_OK)
    throw refused(manifest_, "its describe failed: " + detail::readError(status, error.text()).message);
  Description description;
  try {
    description = fromJsonText<Description>(out.text(), "its description");
  } catch (const Failure& wrongShape) {
    throw refused(manifest_, wrongShape.what());
  }
  auto same = [&](const char* field, const std::string& told, const std::string& manifested) {
    if (told != manifested)
      throw refused(manifest_, std::string("it describes its ") + field + " as \"" + told +
                                   "\", its manifest as \"" + manifested +
                                   "\": install library and manifest from one build");
  };
  same("id", description.id, manifest_.id);
  same("name", description.name, manifest_.name);
  same("version", description.version, manifest_.version);
}

}  // namespace integration
