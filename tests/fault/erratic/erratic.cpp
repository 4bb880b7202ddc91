// The Ashby plugin with about one failing call in ten: it fails before the sound plugin's entry, or after it.
#include <dlfcn.h>
#include <unistd.h>

#include <csignal>
#include <random>
#include <stdexcept>
#include <string_view>

#include "integration/abi.h"

namespace {

integration_api sound;

enum class Fault { none, errorBefore, errorAfter, breach, exception, pause, crash };

Fault draw() {
  thread_local std::mt19937 random(std::random_device{}());
  const auto drawn = random() % 1000;
  if (drawn < 5) return Fault::crash;
  if (drawn < 25) return Fault::errorBefore;
  if (drawn < 45) return Fault::errorAfter;
  if (drawn < 65) return Fault::breach;
  if (drawn < 85) return Fault::exception;
  return drawn < 105 ? Fault::pause : Fault::none;
}

integration_view view(std::string_view text) {
  return {text.data(), text.size()};
}

// Calls an entry of the sound plugin with this fault.
template <class Entry, class Breach>
std::int32_t erratically(Fault mishap, Entry&& entry, Breach&& breach) {
  switch (mishap) {
    case Fault::crash:
      (void)std::raise(SIGSEGV);
      break;
    case Fault::errorBefore:
      return INTEGRATION_UNAVAILABLE;
    case Fault::errorAfter:
      entry();
      return INTEGRATION_INTERNAL;
    case Fault::breach:
      entry();
      return breach();
    case Fault::exception:
      throw std::runtime_error("out of the plugin");
    case Fault::pause:
      usleep(300000);
      break;
    case Fault::none:
      break;
  }
  return entry();
}

std::int32_t writeHtml(integration_sink out) {
  return out.write(out.ctx, view("<html>"));
}

std::int32_t handleWebhook(const integration_call* call, integration_instance* self,
                           const integration_webhook_request* request, integration_webhook_reply reply,
                           integration_sink error) {
  return erratically(
      draw(), [&] { return sound.handle_webhook(call, self, request, reply, error); },
      [&] { return reply.reply(reply.ctx, 200, nullptr, 0, view("a second reply")), INTEGRATION_OK; });
}

// Serves list_staged, promote and discard.
template <auto kEntry>
std::int32_t ask(const integration_call* call, integration_instance* self, integration_view request,
                 integration_sink out, integration_sink error) {
  return erratically(
      draw(), [&] { return (sound.*kEntry)(call, self, request, out, error); },
      [&] { return writeHtml(out); });
}

std::int32_t status(const integration_call* call, integration_instance* self, integration_sink out,
                    integration_sink error) {
  return erratically(
      draw(), [&] { return sound.status(call, self, out, error); }, [&] { return writeHtml(out); });
}

// Never crashes, because the host would then pause this connection's work for minutes.
std::int32_t runWork(const integration_call* call, integration_instance* self, integration_sink out,
                     integration_sink error) {
  const Fault drawn = draw();
  return erratically(
      drawn == Fault::crash ? Fault::none : drawn, [&] { return sound.run_work(call, self, out, error); },
      [&] { return writeHtml(out); });
}

}  // namespace

extern "C" __attribute__((visibility("default"))) const integration_api* integration_plugin_entry(
    const integration_hello* hello, integration_sink error) {
  static integration_api table;
  void* const library = dlopen(ASHBY_PLUGIN, RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) return nullptr;
  const auto entry = reinterpret_cast<integration_entry_fn>(dlsym(library, INTEGRATION_ENTRY_NAME));
  table = sound = *entry(hello, error);
  table.handle_webhook = handleWebhook;
  table.list_staged = ask<&integration_api::list_staged>;
  table.promote = ask<&integration_api::promote>;
  table.discard = ask<&integration_api::discard>;
  table.status = status;
  table.run_work = runWork;
  return &table;
}
