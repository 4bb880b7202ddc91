/* Answers list and status with HTML. */
#include "../sound.h"

REQUEST_ENTRY(broken_list) {
  return answer(out, "<html>");
}
ENTRY(broken_status) {
  return answer(out, "<html>");
}
PLUGIN(table.list_staged = broken_list; table.status = broken_status)
