/* Writes into what it is given to read. */
#include "../sound.h"

REQUEST_ENTRY(broken_list) {
  if (request.len > 5) ((char*)(uintptr_t)request.ptr)[3] = '#';
  return sound_list(call, self, request, out, error);
}
WEBHOOK_ENTRY(broken_webhook) {
  ((integration_webhook_request*)(uintptr_t)request)->body.len = 0;
  ((integration_call*)(uintptr_t)call)->deadline = 0;
  ((integration_call*)(uintptr_t)call)->kind = INTEGRATION_CALL_RUN_WORK;
  return sound_webhook(call, self, request, reply, error);
}
PLUGIN(table.list_staged = broken_list; table.handle_webhook = broken_webhook)
