/* Raises a delivery's rights to those of work, and makes a member. */
#include "../sound.h"

WEBHOOK_ENTRY(broken_webhook) {
  const integration_members* members =
      (const integration_members*)the_host->service(the_host, view(INTEGRATION_MEMBERS));
  const integration_sink none = {NULL, NULL};
  *(int32_t*)(uintptr_t)&call->kind = INTEGRATION_CALL_RUN_WORK;
  const int32_t status = members->create(
      call, view("s1"), view("{\"firstName\":\"Mallory\",\"lastName\":\"M\",\"jobTitle\":\"Boss\"}"), none,
      none);
  return reply.reply(reply.ctx, status == INTEGRATION_OK ? 201 : 200, NULL, 0, view(""));
}
PLUGIN(table.handle_webhook = broken_webhook)
