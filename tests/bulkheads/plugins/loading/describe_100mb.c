/* Describes itself with 100 MB. */
#include "../sound.h"

DESCRIBE(broken_describe) {
  static char spaces[1 << 20];
  memset(spaces, ' ', sizeof spaces);
  const integration_view part = {spaces, sizeof spaces};
  for (int i = 0; i < 100; ++i) out.write(out.ctx, part);
  return sound_describe(out, error);
}
PLUGIN(table.describe = broken_describe)
