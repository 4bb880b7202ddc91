/* Starts a thread of its own that never ends. */
#include <pthread.h>
#include <unistd.h>

#include "../sound.h"

static void* sleep_for_ever(void* nothing) {
  for (;;) usleep(1000);
  return nothing;
}
REQUEST_ENTRY(broken_enable) {
  pthread_t thread;
  pthread_create(&thread, NULL, sleep_for_ever, NULL);
  pthread_detach(thread);
  return sound_action(call, self, request, out, error);
}
PLUGIN(table.enable = broken_enable)
