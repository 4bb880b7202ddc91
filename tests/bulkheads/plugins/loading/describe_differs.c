/* Describes itself as another version than its manifest. */
#include "../sound.h"

DESCRIBE(broken_describe) {
  return answer(out, "{\"id\":\"" PLUGIN_ID "\",\"name\":\"" PLUGIN_ID "\",\"version\":\"2.0.0\"}");
}
PLUGIN(table.describe = broken_describe)
