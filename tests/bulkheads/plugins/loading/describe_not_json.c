/* Describes itself in something else than JSON. */
#include "../sound.h"

DESCRIBE(broken_describe) {
  return answer(out, "id=" PLUGIN_ID);
}
PLUGIN(table.describe = broken_describe)
