/* Replies twice to a delivery. */
#include "../sound.h"

WEBHOOK_ENTRY(broken_webhook) {
  reply.reply(reply.ctx, 200, NULL, 0, view("a"));
  reply.reply(reply.ctx, 200, NULL, 0, view("b"));
  return INTEGRATION_OK;
}
PLUGIN(table.handle_webhook = broken_webhook)
