/* Lists 300,000 hires without names at once, and stops where the host refuses. */
#include "../sound.h"

REQUEST_ENTRY(broken_list) {
  int32_t status = answer(out, "{\"total\":300000,\"data\":[{}");
  for (int i = 1; i < 300000 && status == INTEGRATION_OK; ++i)
    status = answer(out, ",{\"id\":\"1\",\"state\":\"staged\",\"version\":\"1\",\"fields\":{}}");
  return status == INTEGRATION_OK ? answer(out, "]}") : status;
}
PLUGIN(table.list_staged = broken_list)
