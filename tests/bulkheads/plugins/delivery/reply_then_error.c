/* Takes a delivery, then fails. */
#include "../sound.h"

WEBHOOK_ENTRY(broken_webhook) {
  sound_webhook(call, self, request, reply, error);
  return INTEGRATION_UNAVAILABLE;
}
PLUGIN(table.handle_webhook = broken_webhook)
