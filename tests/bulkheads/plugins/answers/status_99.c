/* Fails list and status with a code that there is not. */
#include "../sound.h"

REQUEST_ENTRY(broken_list) {
  return 99;
}
ENTRY(broken_status) {
  return 99;
}
PLUGIN(table.list_staged = broken_list; table.status = broken_status)
