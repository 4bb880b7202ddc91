/* Lists a million hires at once, and writes on after the host has refused. */
#include "../hires.h"
#include "../sound.h"

REQUEST_ENTRY(broken_list) {
  answer(out, "{\"total\":1000000,\"data\":[");
  for (int i = 0; i < 1000000; ++i) answer(out, i == 0 ? HIRE("1") : "," HIRE("1"));
  return answer(out, "]}");
}
PLUGIN(table.list_staged = broken_list)
