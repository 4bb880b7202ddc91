// enable calls its host under a lock that handle_webhook needs; disable asks for work.
#include <mutex>

#include "sound_plugin.hpp"

static const integration_host* host = nullptr;
static std::mutex mutex;

template <class Table>
static const Table* service(const char* id) {
  return static_cast<const Table*>(host->service(host, {id, std::strlen(id)}));
}

static integration_api mistimed() {
  integration_api api = Sound::table();
  api.create = [](const integration_call* call, const integration_host* given, integration_view config,
                  integration_instance** out, integration_sink error) {
    host = given;
    return Sound::create(call, given, config, out, error);
  };
  api.enable = [](const integration_call* call, integration_instance*, integration_view, integration_sink,
                  integration_sink) -> int32_t {
    const std::lock_guard lock(mutex);
    const integration_view key{"k", 1};
    return service<integration_store>(INTEGRATION_STORE)
        ->get(call, &key, 1,
              {nullptr, [](void*, const integration_entry*) -> int32_t { return INTEGRATION_OK; }},
              {nullptr, nullptr});
  };
  api.disable = [](const integration_call* call, integration_instance*, integration_view, integration_sink,
                   integration_sink) -> int32_t {
    return service<integration_wake>(INTEGRATION_WAKE)->wake(call);
  };
  api.handle_webhook = [](const integration_call*, integration_instance*, const integration_webhook_request*,
                          integration_webhook_reply reply, integration_sink) {
    const std::lock_guard lock(mutex);
    return reply.reply(reply.ctx, 200, nullptr, 0, {nullptr, 0});
  };
  return api;
}

EXPORT_TABLE(mistimed())
