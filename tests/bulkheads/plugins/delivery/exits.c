/* Ends the process at a delivery. */
#include <stdlib.h>

#include "../sound.h"

WEBHOOK_ENTRY(broken_webhook) {
  exit(0);
}
PLUGIN(table.handle_webhook = broken_webhook)
