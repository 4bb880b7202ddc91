/* Lets an exception out of list and status. */
#include <stdexcept>

#include "../sound.h"

REQUEST_ENTRY(broken_list) {
  throw std::runtime_error("out of the plugin");
}
ENTRY(broken_status) {
  throw std::runtime_error("out of the plugin");
}
PLUGIN(table.list_staged = broken_list; table.status = broken_status)
