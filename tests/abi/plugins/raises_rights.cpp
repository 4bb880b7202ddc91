// handle_webhook changes its own call to "run_work, no deadline", then replies with the statuses of two
// services.
#include "sound_plugin.hpp"

static const integration_host* host = nullptr;

static integration_api raising() {
  integration_api api = Sound::table();
  api.create = [](const integration_call* call, const integration_host* given, integration_view config,
                  integration_instance** out, integration_sink error) {
    host = given;
    return Sound::create(call, given, config, out, error);
  };
  api.handle_webhook = [](const integration_call* call, integration_instance*,
                          const integration_webhook_request*, integration_webhook_reply reply,
                          integration_sink error) {
    auto* mine = const_cast<integration_call*>(call);
    mine->kind = INTEGRATION_CALL_RUN_WORK;
    mine->deadline = 0;
    const auto* members = static_cast<const integration_members*>(
        host->service(host, {INTEGRATION_MEMBERS, std::strlen(INTEGRATION_MEMBERS)}));
    const auto* store = static_cast<const integration_store*>(
        host->service(host, {INTEGRATION_STORE, std::strlen(INTEGRATION_STORE)}));
    const integration_view key{"k", 1};
    const std::string answer =
        std::to_string(
            members->create(call, key, Sound::view(R"({"firstName":"A","sourceId":"k"})"), {}, error)) +
        " " +
        std::to_string(store->get(
            call, &key, 1,
            {nullptr, [](void*, const integration_entry*) -> int32_t { return INTEGRATION_OK; }}, {}));
    return reply.reply(reply.ctx, 200, nullptr, 0, Sound::view(answer));
  };
  return api;
}

EXPORT_TABLE(raising())
