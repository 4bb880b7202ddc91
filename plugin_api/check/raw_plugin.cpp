#include "raw_plugin.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include <cstring>

namespace integration::check {

const std::vector<EntryInfo>& entries() {
  static const std::vector<EntryInfo> all{
      {PluginEntry::configure, "configure", CallKind::configure, true, "{}"},
      {PluginEntry::enable, "enable", CallKind::enable, true, "{}"},
      {PluginEntry::disable, "disable", CallKind::disable, true, "{}"},
      {PluginEntry::handleWebhook, "handle_webhook", CallKind::handleWebhook, false, "{\"type\":\"ping\"}"},
      {PluginEntry::listStaged, "list_staged", CallKind::listStaged, true,
       R"({"id":null,"state":"staged","department":null,"q":null,"sort":"importedAt","descending":true,"limit":10,"after":null})"},
      {PluginEntry::promote, "promote", CallKind::promote, true,
       R"({"id":"no-such-hire","fields":{},"ifVersion":null})"},
      {PluginEntry::discard, "discard", CallKind::discard, true, R"({"id":"no-such-hire","erase":false})"},
      {PluginEntry::status, "status", CallKind::status, false, ""},
      {PluginEntry::runWork, "run_work", CallKind::runWork, false, ""},
  };
  return all;
}

GuardedText::GuardedText(std::string_view text) {
  const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
  const std::size_t textPages = (text.size() + page - 1) / page * page;
  bytes_ = textPages + page;
  pages_ = mmap(nullptr, bytes_, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (pages_ == MAP_FAILED) throw std::bad_alloc();
  char* const guard = static_cast<char*>(pages_) + textPages;
  mprotect(guard, page, PROT_NONE);
  char* const start = guard - text.size();
  if (!text.empty()) std::memcpy(start, text.data(), text.size());
  view_ = {start, text.size()};
}

GuardedText::~GuardedText() {
  munmap(pages_, bytes_);
}

RawPlugin::RawPlugin(const std::filesystem::path& folder) : manifest_(Manifest::read(folder)) {
  library_.load(manifest_.library, boost::dll::load_mode::rtld_now | boost::dll::load_mode::rtld_local);
  const integration_hello hello{sizeof(integration_hello), INTEGRATION_ABI_MAJOR, INTEGRATION_ABI_MINOR,
                                detail::toView("integration_plugin_check")};
  std::string error;
  api_ = enter(&hello, error);
  expect(api_ != nullptr, "the entry refuses this host: " + error);
}

const integration_api* RawPlugin::enter(const integration_hello* hello, std::string& error) const {
  const auto& entry = library_.get<const integration_api*(const integration_hello*, integration_sink)>(
      INTEGRATION_ENTRY_NAME);
  detail::TextSink sink;
  const integration_api* api = entry(hello, sink.sink());
  error = sink.text();
  return api;
}

namespace {

template <class Body>
std::int32_t withoutException(const char* entry, Body&& body) {
  try {
    return body();
  } catch (...) {
    throw Verdict(Status::failed, std::string(entry) + " lets an exception out");
  }
}

}  // namespace

std::string soundConfig(const RawPlugin& plugin) {
  return toJsonText(InstanceConfig{"connection-1", plugin.manifest().id});
}

RawInstance::RawInstance(const RawPlugin& plugin, const integration_host* host) : api_(plugin.api()) {
  options.services = fake.services();
  options.deadline = fake.clock.now() + 10000;
  options.actor = "user-1";
  if (!plugin.manifest().webhookSecret.empty()) fake.secrets.set(plugin.manifest().webhookSecret, {kSecret});
  for (const std::string& name : plugin.manifest().secretNames()) fake.secrets.set(name, {kSecret});

  const GuardedText config(soundConfig(plugin));
  const HostCall call(CallKind::create, options);
  detail::TextSink error;
  const std::int32_t status = api_.create(call.get(), host == nullptr ? &pluginHost() : host, config.view(),
                                          &instance_, error.sink());
  expect(status == INTEGRATION_OK && instance_ != nullptr,
         "create answers " + std::to_string(status) + ": " + error.text());
}

RawInstance::~RawInstance() {
  if (instance_ == nullptr) return;
  try {
    destroy();
  } catch (const Verdict&) {
    // The check may be over already; create-destroy-x100 is the one that reports it.
  }
}

Answer RawInstance::destroy() {
  const HostCall call(CallKind::destroy, {.services = {.log = &fake.log}});
  detail::TextSink error;
  Answer answer;
  integration_instance* const instance = std::exchange(instance_, nullptr);
  answer.status =
      withoutException("destroy", [&] { return api_.destroy(call.get(), instance, error.sink()); });
  answer.error = error.text();
  return answer;
}

Answer RawInstance::call(PluginEntry entry, std::string_view request, Sinks sinks) {
  return callWith(options, entry, request, sinks);
}

namespace {

std::int32_t refuseText(void*, integration_view) noexcept {
  return INTEGRATION_RESOURCE_EXHAUSTED;
}
std::int32_t refuseReply(void*, std::int32_t, const integration_header*, std::uint64_t,
                         integration_view) noexcept {
  return INTEGRATION_RESOURCE_EXHAUSTED;
}
std::int32_t takeReply(void* context, std::int32_t status, const integration_header*, std::uint64_t,
                       integration_view) noexcept {
  auto& answer = *static_cast<Answer*>(context);
  ++answer.replies;
  answer.httpStatus = status;
  return INTEGRATION_OK;
}

}  // namespace

Answer RawInstance::callWith(const CallOptions& with, PluginEntry entry, std::string_view request,
                             Sinks sinks) {
  const GuardedText text(request), method("POST"), name("X-Check"), value("1"), nothing("");
  const auto kind = entries()[static_cast<std::size_t>(entry)].kind;
  const HostCall hostCall(kind, with);
  const integration_call* call = hostCall.get();
  detail::TextSink outText, errorText;
  Answer answer;
  const integration_sink out =
      sinks == Sinks::refusing ? integration_sink{nullptr, refuseText} : outText.sink();
  const integration_sink error =
      sinks == Sinks::absentError ? integration_sink{nullptr, nullptr} : errorText.sink();
  const integration_header header{name.view(), value.view()};
  const integration_webhook_request webhook{sizeof(webhook), 0, method.view(), nothing.view(),
                                            &header,         1, text.view(),   nothing.view(),
                                            fake.clock.now()};
  auto run = [&]() -> std::int32_t {
    switch (entry) {
      case PluginEntry::configure:
        return api_.configure(call, instance_, text.view(), out, error);
      case PluginEntry::enable:
        return api_.enable(call, instance_, text.view(), out, error);
      case PluginEntry::disable:
        return api_.disable(call, instance_, text.view(), out, error);
      case PluginEntry::handleWebhook:
        return api_.handle_webhook(call, instance_, &webhook,
                                   {&answer, sinks == Sinks::refusing ? refuseReply : takeReply}, error);
      case PluginEntry::listStaged:
        return api_.list_staged(call, instance_, text.view(), out, error);
      case PluginEntry::promote:
        return api_.promote(call, instance_, text.view(), out, error);
      case PluginEntry::discard:
        return api_.discard(call, instance_, text.view(), out, error);
      case PluginEntry::status:
        return api_.status(call, instance_, out, error);
      case PluginEntry::runWork:
        return api_.run_work(call, instance_, out, error);
    }
    return INTEGRATION_UNIMPLEMENTED;
  };
  answer.status = withoutException(entries()[static_cast<std::size_t>(entry)].name, run);
  answer.out = outText.text();
  answer.error = errorText.text();
  return answer;
}

void expectToldError(const Answer& answer, const std::string& where) {
  if (answer.status == INTEGRATION_OK) return;
  const std::string what = where + " answers status " + std::to_string(answer.status);
  expect(answer.status > 0 && answer.status <= 16, what + ", which is none of the sixteen codes");
  expect(!answer.error.empty(), what + " without writing an error");
  const Json json = parseJson(answer.error, what + " and its error");
  expect(json.is_object() && json.contains("message") && json["message"].is_string() &&
             !json["message"].get<std::string>().empty(),
         what + " with an error that has no message");
  expect(json.contains("code") && json["code"].is_number_integer() &&
             json["code"].get<std::int64_t>() == answer.status,
         what + " with an error whose code is another one");
}

}  // namespace integration::check
