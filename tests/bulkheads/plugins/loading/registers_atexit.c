/* Registers what runs when the process ends. */
#include <stdio.h>
#include <stdlib.h>

#include "../sound.h"

static void late(void) {
  fputs("atexit of a plugin ran\n", stderr);
}
PLUGIN(atexit(late))
