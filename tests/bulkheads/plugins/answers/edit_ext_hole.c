/* Offers edits by a table without a function, of its one hire. */
#include "../hires.h"
#include "../sound.h"

REQUEST_ENTRY(one_hire) {
  return answer(out, "{\"total\":1,\"data\":[" HIRE("1") "]}");
}
static const void* broken_extension(const integration_call* call, integration_view id) {
  static const integration_operation hole = {sizeof hole, INTEGRATION_CALL_USER_ACTION, NULL};
  const integration_view edit = view("integration.edit/1");
  return id.len == edit.len && memcmp(id.ptr, edit.ptr, edit.len) == 0 ? &hole : NULL;
}
PLUGIN(table.list_staged = one_hire; table.extension = broken_extension)
