/* Answers HTML to the user who asks why somebody is missing. */
#include "../sound.h"

REQUEST_ENTRY(broken_why) {
  return answer(out, "<html>");
}
static const void* broken_extension(const integration_call* call, integration_view id) {
  static const integration_operation operation = {sizeof operation, INTEGRATION_CALL_QUERY, broken_why};
  const integration_view why = view("integration.explain/1");
  return id.len == why.len && memcmp(id.ptr, why.ptr, why.len) == 0 ? &operation : NULL;
}
PLUGIN(table.extension = broken_extension)
