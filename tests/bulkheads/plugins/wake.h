/* A delivery that makes work due, durably. */
#pragma once

#include "sound.h"

WEBHOOK_ENTRY(waking_webhook) {
  const integration_store* store =
      (const integration_store*)the_host->service(the_host, view(INTEGRATION_STORE));
  integration_op put = {sizeof put, INTEGRATION_PUT, view("key"), view("value"), 0, 0, 0, 0};
  integration_commit commit = {sizeof commit, sizeof put, &put, 1, 1};
  integration_commit_result result = {sizeof result, 0, 0};
  const int32_t status = store->commit(call, &commit, &result, error);
  return status == INTEGRATION_OK ? sound_webhook(call, self, request, reply, error) : status;
}
