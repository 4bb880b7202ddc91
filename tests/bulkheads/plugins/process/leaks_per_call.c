/* Loses 100 kB in each status. */
#include <stdlib.h>

#include "../sound.h"

static char* volatile lost;

ENTRY(broken_status) {
  lost = (char*)malloc(100000);
  return sound_status(call, self, out, error);
}
PLUGIN(table.status = broken_status)
