/* Closes what files and sockets the process has at a delivery. */
#include <unistd.h>

#include "../sound.h"

WEBHOOK_ENTRY(broken_webhook) {
  for (int i = 3; i < 1000; ++i) close(i);
  return sound_webhook(call, self, request, reply, error);
}
PLUGIN(table.handle_webhook = broken_webhook)
