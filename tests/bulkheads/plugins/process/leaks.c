/* Never frees an instance. */
#include <stdlib.h>

#include "../sound.h"

CREATE(broken_create) {
  *out = (integration_instance*)malloc(1000);
  return INTEGRATION_OK;
}
PLUGIN(table.create = broken_create)
