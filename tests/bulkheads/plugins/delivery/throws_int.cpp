/* Throws a number at a delivery. */
#include "../sound.h"

WEBHOOK_ENTRY(broken_webhook) {
  throw 42;
}
PLUGIN(table.handle_webhook = broken_webhook)
