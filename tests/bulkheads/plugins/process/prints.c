/* Prints among what the host prints. */
#include <stdio.h>

#include "../sound.h"

ENTRY(broken_status) {
  puts("hello from a plugin");
  fflush(stdout);
  return sound_status(call, self, out, error);
}
PLUGIN(table.status = broken_status)
