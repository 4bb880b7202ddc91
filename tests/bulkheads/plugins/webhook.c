/* Breaks handle_webhook in the way that BREAKS_BY says. */
#include <stdlib.h>
#include <unistd.h>

#include "sound.h"

static int32_t broken_webhook(const integration_call* call, integration_instance* self,
                              const integration_webhook_request* request, integration_webhook_reply reply,
                              integration_sink error) {
  (void)call, (void)self, (void)request, (void)reply, (void)error, (void)sound_webhook;
  BREAKS_BY;
  return INTEGRATION_OK;
}

__attribute__((visibility("default"))) const integration_api* integration_plugin_entry(
    const integration_hello* hello, integration_sink error) {
  static integration_api table;
  (void)hello, (void)error;
  table = sound_table();
  table.handle_webhook = broken_webhook;
  return &table;
}
