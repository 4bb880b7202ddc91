// Breaks the contract in its answers. The path suffix of a webhook chooses the reply.
#include "sound_plugin.hpp"

static int32_t webhook(const integration_call*, integration_instance*,
                       const integration_webhook_request* request, integration_webhook_reply reply,
                       integration_sink) {
  const std::string wanted(request->path_suffix.ptr, request->path_suffix.len);
  if (wanted == "none") return INTEGRATION_OK;
  const int32_t status = wanted == "99" ? 99 : wanted == "600" ? 600 : 200;
  reply.reply(reply.ctx, status, nullptr, wanted == "no headers" ? 3 : 0, {nullptr, 0});
  if (wanted == "two") reply.reply(reply.ctx, 200, nullptr, 0, {nullptr, 0});
  return INTEGRATION_OK;
}

static integration_api broken() {
  integration_api api = Sound::table();
  api.handle_webhook = webhook;
  api.list_staged = [](const integration_call*, integration_instance*, integration_view, integration_sink out,
                       integration_sink) { return Sound::write(out, "<html>"); };
  api.disable = [](const integration_call*, integration_instance*, integration_view, integration_sink out,
                   integration_sink) { return Sound::write(out, "{}<html>"); };
  api.promote = [](const integration_call*, integration_instance*, integration_view, integration_sink,
                   integration_sink) -> int32_t { return 77; };
  api.discard = [](const integration_call*, integration_instance*, integration_view, integration_sink,
                   integration_sink error) -> int32_t {
    Sound::write(error, std::string(100000, '['));
    return INTEGRATION_ABORTED;
  };
  return api;
}

EXPORT_TABLE(broken())
