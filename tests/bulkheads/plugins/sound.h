/* A sound plugin in C. A broken one includes this and puts one bad entry into its table. */
#pragma once

#include <stddef.h>

#include "integration/abi.h"

#define VIEW(literal) ((integration_view){literal, sizeof(literal) - 1})

static int32_t sound_describe(integration_sink out, integration_sink error) {
  (void)error;
  return out.write(out.ctx,
                   VIEW("{\"id\":\"" PLUGIN_ID "\",\"name\":\"" PLUGIN_ID "\",\"version\":\"1.0.0\"}"));
}
static int32_t sound_create(const integration_call* call, const integration_host* host,
                            integration_view config, integration_instance** out, integration_sink error) {
  static char instance; /* nothing to keep: all connections may share it */
  (void)call, (void)host, (void)config, (void)error;
  *out = (integration_instance*)&instance;
  return INTEGRATION_OK;
}
static int32_t sound_destroy(const integration_call* call, integration_instance* self,
                             integration_sink error) {
  return (void)call, (void)self, (void)error, INTEGRATION_OK;
}
static int32_t sound_accept(const integration_call* call, integration_instance* self,
                            integration_view request, integration_sink out, integration_sink error) {
  (void)call, (void)self, (void)request, (void)error;
  return out.write(out.ctx, VIEW("{}"));
}
static int32_t sound_list(const integration_call* call, integration_instance* self, integration_view query,
                          integration_sink out, integration_sink error) {
  (void)call, (void)self, (void)query, (void)error;
  return out.write(out.ctx, VIEW("{\"total\":0,\"data\":[]}"));
}
static int32_t sound_webhook(const integration_call* call, integration_instance* self,
                             const integration_webhook_request* request, integration_webhook_reply reply,
                             integration_sink error) {
  (void)call, (void)self, (void)request, (void)error;
  return reply.reply(reply.ctx, 200, NULL, 0, VIEW("ok"));
}
static int32_t sound_status(const integration_call* call, integration_instance* self, integration_sink out,
                            integration_sink error) {
  (void)call, (void)self, (void)error;
  return out.write(out.ctx, VIEW("{\"state\":\"active\",\"health\":\"Fine.\",\"settings\":{}}"));
}
static int32_t sound_work(const integration_call* call, integration_instance* self, integration_sink out,
                          integration_sink error) {
  (void)call, (void)self, (void)error;
  return out.write(out.ctx, VIEW("{\"more\":false,\"nextAt\":0}"));
}

static integration_api sound_table(void) {
  integration_api table = {0};
  table.struct_size = sizeof table;
  table.abi_major = INTEGRATION_ABI_MAJOR;
  table.abi_minor = INTEGRATION_ABI_MINOR;
  table.describe = sound_describe;
  table.create = sound_create;
  table.destroy = sound_destroy;
  table.configure = table.enable = table.disable = sound_accept;
  table.promote = table.discard = sound_accept;
  table.handle_webhook = sound_webhook;
  table.list_staged = sound_list;
  table.status = sound_status;
  table.run_work = sound_work;
  return table;
}
