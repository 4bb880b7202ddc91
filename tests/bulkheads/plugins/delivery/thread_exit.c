/* Ends the host's thread at a delivery. */
#include <pthread.h>

#include "../sound.h"

WEBHOOK_ENTRY(broken_webhook) {
  pthread_exit(NULL);
}
PLUGIN(table.handle_webhook = broken_webhook)
