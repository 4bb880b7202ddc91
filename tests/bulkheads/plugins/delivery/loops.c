/* Computes for ever at a delivery. */
#include "../sound.h"

WEBHOOK_ENTRY(broken_webhook) {
  volatile int turns = 0;
  while (turns >= 0) turns = turns == 0;
  return INTEGRATION_OK;
}
PLUGIN(table.handle_webhook = broken_webhook)
