/* Asks for the time while it is created, where no service but the log may be used. */
#include "../sound.h"

CREATE(broken_create) {
  const integration_clock* clock = (const integration_clock*)host->service(host, view(INTEGRATION_CLOCK));
  int64_t now = 0;
  clock->now(call, &now);
  return sound_create(call, host, config, out, error);
}
PLUGIN(table.create = broken_create)
