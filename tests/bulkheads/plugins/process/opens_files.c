/* Has files, a clock and randomness of its own. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "../sound.h"

ENTRY(broken_status) {
  FILE* file = fopen("/etc/passwd", "r");
  if (file != NULL && fgetc(file) != EOF && time(NULL) + rand() != 0) fclose(file);
  return sound_status(call, self, out, error);
}
PLUGIN(table.status = broken_status)
