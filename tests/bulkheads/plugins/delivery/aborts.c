/* Aborts at a delivery. */
#include <stdlib.h>

#include "../sound.h"

WEBHOOK_ENTRY(broken_webhook) {
  abort();
}
PLUGIN(table.handle_webhook = broken_webhook)
