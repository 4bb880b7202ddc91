// A plugin called through abi.h alone, as a host in C would: what the host kit would hide is seen here.
#pragma once

#include <boost/dll/shared_library.hpp>
#include <memory>
#include <string>
#include <vector>

#include "check.hpp"
#include "integration/detail/marshalling.hpp"
#include "integration/host.hpp"
#include "integration/testing/fake_host.hpp"

namespace integration::check {

// The entries of a live instance, in a form that loops can use.
enum class PluginEntry {
  configure,
  enable,
  disable,
  handleWebhook,
  listStaged,
  promote,
  discard,
  status,
  runWork
};
struct EntryInfo {
  PluginEntry entry;
  const char* name;
  CallKind kind;
  bool takesJson;
  const char* sound;  // a request that every plugin must be able to read
};
const std::vector<EntryInfo>& entries();

// A text whose last byte is the last one of its page; the next page can't be read. A reader beyond the end
// crashes.
class GuardedText {
 public:
  explicit GuardedText(std::string_view text);
  ~GuardedText();
  GuardedText(const GuardedText&) = delete;
  GuardedText& operator=(const GuardedText&) = delete;
  integration_view view() const { return view_; }

 private:
  void* pages_;
  std::size_t bytes_;
  integration_view view_{};
};

class RawPlugin {
 public:
  explicit RawPlugin(const std::filesystem::path& folder);

  const Manifest& manifest() const { return manifest_; }
  // null and the refusal's error text where the plugin refuses.
  const integration_api* enter(const integration_hello* hello, std::string& error) const;
  const integration_api& api() const { return *api_; }

 private:
  Manifest manifest_;
  boost::dll::shared_library library_;
  const integration_api* api_;
};

struct Answer {
  std::int32_t status = 0;
  std::string out, error;
  int replies = 0, httpStatus = 0;
};

// How the sinks of a call behave.
enum class Sinks { taking, refusing, absentError };

// An instance with a fake host of its own, whose webhook secret is kSecret.
class RawInstance {
 public:
  static constexpr char kSecret[] = "canary-secret-9f2d";

  explicit RawInstance(const RawPlugin& plugin, const integration_host* host = nullptr);
  ~RawInstance();
  RawInstance(const RawInstance&) = delete;
  RawInstance& operator=(const RawInstance&) = delete;

  Answer call(PluginEntry entry, std::string_view request, Sinks sinks = Sinks::taking);
  Answer callWith(const CallOptions& options, PluginEntry entry, std::string_view request,
                  Sinks sinks = Sinks::taking);
  Answer destroy();

  test::FakeHost fake;
  CallOptions options;

 private:
  const integration_api& api_;
  integration_instance* instance_ = nullptr;
};

// A config as hosts give it.
std::string soundConfig(const RawPlugin& plugin);

// An error must be told: another status than ok comes with {"code":status,"message":"..."}.
void expectToldError(const Answer& answer, const std::string& where);

}  // namespace integration::check
