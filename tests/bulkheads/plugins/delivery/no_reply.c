/* Replies nothing to a delivery. */
#include "../sound.h"

WEBHOOK_ENTRY(broken_webhook) {
  return INTEGRATION_OK;
}
PLUGIN(table.handle_webhook = broken_webhook)
