/* Lists the same three hires whatever is asked. */
#include "../hires.h"
#include "../sound.h"

REQUEST_ENTRY(broken_list) {
  return answer(out, "{\"total\":3,\"data\":[" HIRE("1") "," HIRE("2") "," HIRE("3") "]}");
}
PLUGIN(table.list_staged = broken_list)
