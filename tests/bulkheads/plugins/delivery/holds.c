/* Never returns from a delivery. */
#include <unistd.h>

#include "../sound.h"

WEBHOOK_ENTRY(broken_webhook) {
  for (;;) pause();
}
PLUGIN(table.handle_webhook = broken_webhook)
