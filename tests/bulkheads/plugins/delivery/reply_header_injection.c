/* Replies with a header that holds a second one. */
#include "../sound.h"

WEBHOOK_ENTRY(broken_webhook) {
  const integration_header header = {view("X-A"), view("b\r\nX-Injected: yes")};
  return reply.reply(reply.ctx, 200, &header, 1, view("ok"));
}
PLUGIN(table.handle_webhook = broken_webhook)
