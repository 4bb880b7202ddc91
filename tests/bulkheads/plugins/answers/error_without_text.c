/* Fails list and status without a word. */
#include "../sound.h"

REQUEST_ENTRY(broken_list) {
  return INTEGRATION_UNAVAILABLE;
}
ENTRY(broken_status) {
  return INTEGRATION_UNAVAILABLE;
}
PLUGIN(table.list_staged = broken_list; table.status = broken_status)
