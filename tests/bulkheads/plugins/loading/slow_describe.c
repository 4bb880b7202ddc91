/* Takes three seconds to describe itself. */
#include <unistd.h>

#include "../sound.h"

DESCRIBE(broken_describe) {
  sleep(3);
  return sound_describe(out, error);
}
PLUGIN(table.describe = broken_describe)
