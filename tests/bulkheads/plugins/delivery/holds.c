/* Never returns from a delivery. */
#include <unistd.h>

#include "../sound.h"

WEBHOOK_ENTRY(broken_webhook) {
  while (pause() != 0) continue;
  return INTEGRATION_OK;
}
PLUGIN(table.handle_webhook = broken_webhook)
