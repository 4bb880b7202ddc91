/* list_staged and status write BROKEN_ANSWER and return BROKEN_STATUS. */
#include "sound.h"

static int32_t broken_list(const integration_call* call, integration_instance* self, integration_view query,
                           integration_sink out, integration_sink error) {
  (void)call, (void)self, (void)query, (void)error;
  out.write(out.ctx, VIEW(BROKEN_ANSWER));
  return BROKEN_STATUS;
}
static int32_t broken_status(const integration_call* call, integration_instance* self, integration_sink out,
                             integration_sink error) {
  return broken_list(call, self, VIEW("{}"), out, error);
}

__attribute__((visibility("default"))) const integration_api* integration_plugin_entry(
    const integration_hello* hello, integration_sink error) {
  static integration_api table;
  (void)hello, (void)error;
  table = sound_table();
  table.list_staged = broken_list;
  table.status = broken_status;
  return &table;
}
