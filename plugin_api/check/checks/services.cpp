// Services that are absent, fail, or come too late; sinks that refuse; secrets that stay secret.
#include "raw_plugin.hpp"
#include "spy_host.hpp"

namespace integration::check {
namespace {

void missingServices(const std::filesystem::path& folder) {
  const RawPlugin plugin(folder);
  RawInstance instance(plugin, &emptyHost());
  for (const EntryInfo& entry : entries())
    expectToldError(instance.call(entry.entry, entry.sound), entry.name);
}

// Every service fails in the same way: nothing crashes, nothing is told wrongly.
struct FailingServices {
  explicit FailingServices(Code with) : code(with) {}
  [[noreturn]] void fail() const { throw Failure(code, "failed on purpose"); }
  Code code;
};
struct FailingStore final : Store, FailingServices {
  using FailingServices::FailingServices;
  std::vector<Entry> get(std::span<const std::string>) override { fail(); }
  Page scan(const Range&) override { fail(); }
  Committed commit(const Commit&) override { fail(); }
};
struct FailingHttp final : Http, FailingServices {
  using FailingServices::FailingServices;
  std::vector<HttpOutcome> send(std::span<const HttpRequest>) override { fail(); }
};
struct FailingSecrets final : Secrets, FailingServices {
  using FailingServices::FailingServices;
  std::vector<std::string> get(std::string_view, bool) override { fail(); }
};
struct FailingMembers final : Members, FailingServices {
  using FailingServices::FailingServices;
  MemberCreated create(const std::string&, const HireFields&) override { fail(); }
  std::optional<Person> get(const std::string&) override { fail(); }
  std::vector<PossibleDuplicate> match(const MatchQuery&) override { fail(); }
};

void failingServices(const std::filesystem::path& folder) {
  const RawPlugin plugin(folder);
  for (const Code code : {Code::unavailable, Code::unknown, Code::internal, Code::permissionDenied}) {
    FailingStore store(code);
    FailingHttp http(code);
    FailingSecrets secrets(code);
    FailingMembers members(code);
    RawInstance instance(plugin);
    Services& services = instance.options.services;
    services.store = &store;
    services.http = &http;
    services.secrets = &secrets;
    services.members = &members;
    for (const EntryInfo& entry : entries())
      expectToldError(instance.call(entry.entry, entry.sound), entry.name);
  }
}

void servicesAsAllowed(const std::filesystem::path& folder) {
  const RawPlugin plugin(folder);
  RawInstance instance(plugin, &spyHost());
  for (int round = 0; round < 2; ++round)
    for (const EntryInfo& entry : entries()) instance.call(entry.entry, entry.sound);
  for (const Use& use : spied())
    expect(allowed(use.kind, use.function),
           "a call of kind " + std::to_string(static_cast<int>(use.kind)) +
               " uses a service that it has no right to (rights.hpp has the table)");
}

void pastDeadline(const std::filesystem::path& folder) {
  const RawPlugin plugin(folder);
  RawInstance instance(plugin);
  instance.options.deadline = instance.fake.clock.now() - 1;
  for (const EntryInfo& entry : entries())
    expectToldError(instance.call(entry.entry, entry.sound), entry.name);
}

void cancelledCallsReturn(const std::filesystem::path& folder) {
  const RawPlugin plugin(folder);
  RawInstance instance(plugin);
  const std::atomic<bool> cancelled = true;
  instance.options.cancelled = &cancelled;
  for (const EntryInfo& entry : entries())
    expectToldError(instance.call(entry.entry, entry.sound), entry.name);
}

void refusingSinks(const std::filesystem::path& folder) {
  const RawPlugin plugin(folder);
  RawInstance instance(plugin);
  for (const PluginEntry entry :
       {PluginEntry::listStaged, PluginEntry::status, PluginEntry::runWork, PluginEntry::handleWebhook}) {
    const EntryInfo& info = entries()[static_cast<std::size_t>(entry)];
    const bool works = instance.call(entry, info.sound).status == INTEGRATION_OK;
    const Answer answer = instance.call(entry, info.sound, Sinks::refusing);
    expect(!works || answer.status != INTEGRATION_OK,
           std::string(info.name) + " says ok though its answer was refused");
  }
}

void absentErrorSinks(const std::filesystem::path& folder) {
  const RawPlugin plugin(folder);
  RawInstance instance(plugin);
  for (const EntryInfo& entry : entries())
    instance.call(entry.entry, "not what you expect", Sinks::absentError);
}

void secretsStaySecret(const std::filesystem::path& folder) {
  const RawPlugin plugin(folder);
  RawInstance instance(plugin);
  std::string told;
  for (const EntryInfo& entry : entries())
    for (const std::string& request :
         {std::string(entry.sound), std::string("{\"email\":\"canary@example.org\"}")}) {
      const Answer answer = instance.call(entry.entry, request);
      told += answer.error;
      if (entry.entry != PluginEntry::handleWebhook) told += answer.out;
    }
  told += instance.fake.log.printed();
  expect(told.find(RawInstance::kSecret) == std::string::npos,
         "a secret appears in the log, an error or an answer");
  expect(told.find("canary@example.org") == std::string::npos,
         "an e-mail address appears in the log, an error or an answer");
}

}  // namespace

std::vector<Check> serviceChecks() {
  return {
      {"missing-services", "On a host without any service every entry answers.", missingServices},
      {"host-service-fails", "When every service fails, every entry answers.", failingServices},
      {"services-as-allowed", "Each entry uses only the services that it has a right to.", servicesAsAllowed},
      {"deadline-passed", "Calls that come after their deadline are answered.", pastDeadline},
      {"cancel-returns", "Calls that are cancelled already return.", cancelledCallsReturn},
      {"sink-refuses", "An entry whose answer the host refuses doesn't say ok.", refusingSinks},
      {"no-error-sink", "Errors of a host that wants none are not written.", absentErrorSinks},
      {"no-secret-told", "Neither secrets nor personal data appear in the log or in errors.",
       secretsStaySecret},
  };
}

}  // namespace integration::check
