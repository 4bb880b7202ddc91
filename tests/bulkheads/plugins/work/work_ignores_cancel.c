/* Works for ten minutes, whoever cancels it. */
#include <unistd.h>

#include "../sound.h"
#include "../wake.h"

ENTRY(broken_work) {
  for (int i = 0; i < 600; ++i) sleep(1);
  return sound_work(call, self, out, error);
}
PLUGIN(table.handle_webhook = waking_webhook; table.run_work = broken_work)
