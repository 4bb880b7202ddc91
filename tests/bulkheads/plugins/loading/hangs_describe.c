/* Never ends to describe itself. */
#include <unistd.h>

#include "../sound.h"

DESCRIBE(broken_describe) {
  for (;;) pause();
  return sound_describe(out, error);
}
PLUGIN(table.describe = broken_describe)
