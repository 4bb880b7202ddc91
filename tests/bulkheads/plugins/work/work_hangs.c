/* Hangs for ever at work. */
#include <unistd.h>

#include "../sound.h"
#include "../wake.h"

ENTRY(broken_work) {
  for (;;) sleep(1);
  return INTEGRATION_OK;
}
PLUGIN(table.handle_webhook = waking_webhook; table.run_work = broken_work)
