/* Takes a delivery and keeps nothing. */
#include "../sound.h"

WEBHOOK_ENTRY(broken_webhook) {
  return sound_webhook(call, self, request, reply, error);
}
PLUGIN(table.handle_webhook = broken_webhook)
