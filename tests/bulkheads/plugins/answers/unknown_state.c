/* Is in a state that there is not. */
#include "../sound.h"

ENTRY(broken_status) {
  return answer(out, "{\"state\":\"paused\",\"health\":\"Fine.\",\"settings\":{}}");
}
PLUGIN(table.status = broken_status)
