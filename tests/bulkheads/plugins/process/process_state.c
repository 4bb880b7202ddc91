/* Changes the process for everybody: locale, folder, mask, signals, environment. */
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../sound.h"

CREATE(broken_create) {
  setlocale(LC_ALL, "");
  setenv("TZ", "Asia/Tokyo", 1);
  umask(0);
  signal(SIGTERM, SIG_IGN);
  signal(SIGPIPE, SIG_DFL);
  return chdir("/") == 0 ? sound_create(call, host, config, out, error) : INTEGRATION_INTERNAL;
}
PLUGIN(table.create = broken_create)
