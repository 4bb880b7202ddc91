/* A sound plugin in C and C++. A broken one includes this and changes one thing of its table. */
#pragma once

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "integration/abi.h"

/* The heads of the entries. */
#define DESCRIBE(name) static inline int32_t name(integration_sink out, integration_sink error)
#define CREATE(name)                                                                     \
  static inline int32_t name(const integration_call* call, const integration_host* host, \
                             integration_view config, integration_instance** out, integration_sink error)
#define DESTROY(name) \
  static inline int32_t name(const integration_call* call, integration_instance* self, integration_sink error)
#define ENTRY(name)                                                                                          \
  static inline int32_t name(const integration_call* call, integration_instance* self, integration_sink out, \
                             integration_sink error)
#define REQUEST_ENTRY(name)                                                            \
  static inline int32_t name(const integration_call* call, integration_instance* self, \
                             integration_view request, integration_sink out, integration_sink error)
#define WEBHOOK_ENTRY(name)                                                                               \
  static inline int32_t name(const integration_call* call, integration_instance* self,                    \
                             const integration_webhook_request* request, integration_webhook_reply reply, \
                             integration_sink error)

#ifdef __cplusplus
#define C_LINKAGE extern "C"
#else
#define C_LINKAGE
#endif

/* The head of the one function that is exported. */
#define PLUGIN_ENTRY                                                                                \
  C_LINKAGE __attribute__((visibility("default"))) const integration_api* integration_plugin_entry( \
      const integration_hello* hello, integration_sink error)

/* Exports the sound table after `change`. */
#define PLUGIN(change)            \
  PLUGIN_ENTRY {                  \
    static integration_api table; \
    sound_table(&table);          \
    change;                       \
    return &table;                \
  }

static inline integration_view view(const char* text) {
  integration_view all = {text, strlen(text)};
  return all;
}
static inline int32_t answer(integration_sink out, const char* text) {
  return out.write(out.ctx, view(text));
}

static const integration_host* the_host; /* of any connection: its services are asked with a call */

DESCRIBE(sound_describe) {
  return answer(out,
                "{\"id\":\"" PLUGIN_ID "\",\"name\":\"" PLUGIN_ID "\",\"version\":\"" PLUGIN_VERSION "\"}");
}
CREATE(sound_create) {
  static char instance; /* nothing to keep: all connections may share it */
  the_host = host;
  *out = (integration_instance*)&instance;
  return INTEGRATION_OK;
}
DESTROY(sound_destroy) {
  return INTEGRATION_OK;
}
REQUEST_ENTRY(sound_action) {
  return answer(out, "{}");
}
REQUEST_ENTRY(sound_list) {
  return answer(out, "{\"total\":0,\"data\":[]}");
}
WEBHOOK_ENTRY(sound_webhook) {
  return reply.reply(reply.ctx, 200, NULL, 0, view("ok"));
}
ENTRY(sound_status) {
  return answer(out, "{\"state\":\"active\",\"health\":\"Fine.\",\"settings\":{}}");
}
ENTRY(sound_work) {
  return answer(out, "{\"more\":false,\"nextAt\":0}");
}

static inline void sound_table(integration_api* table) {
  memset(table, 0, sizeof *table);
  table->struct_size = sizeof *table;
  table->abi_major = INTEGRATION_ABI_MAJOR;
  table->abi_minor = INTEGRATION_ABI_MINOR;
  table->describe = sound_describe;
  table->create = sound_create;
  table->destroy = sound_destroy;
  table->configure = table->enable = table->disable = sound_action;
  table->promote = table->discard = sound_action;
  table->handle_webhook = sound_webhook;
  table->list_staged = sound_list;
  table->status = sound_status;
  table->run_work = sound_work;
}
