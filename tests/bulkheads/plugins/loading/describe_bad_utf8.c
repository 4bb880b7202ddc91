/* Describes itself with a name that is no UTF-8. */
#include "../sound.h"

DESCRIBE(broken_describe) {
  return answer(out, "{\"id\":\"" PLUGIN_ID "\",\"name\":\"\xff\xfe\",\"version\":\"1.0.0\"}");
}
PLUGIN(table.describe = broken_describe)
