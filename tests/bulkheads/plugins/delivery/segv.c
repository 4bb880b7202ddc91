/* Writes to nowhere at a delivery. */
#include "../sound.h"

WEBHOOK_ENTRY(broken_webhook) {
  *(volatile int*)0 = 1;
  return INTEGRATION_OK;
}
PLUGIN(table.handle_webhook = broken_webhook)
