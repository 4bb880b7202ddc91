/* Answers HTML to the reviewer who adds its one hire as a member. */
#include "../hires.h"
#include "../sound.h"

REQUEST_ENTRY(one_hire) {
  return answer(out, "{\"total\":1,\"data\":[" HIRE("1") "]}");
}
REQUEST_ENTRY(broken_promote) {
  return answer(out, "<html>thank you</html>");
}
PLUGIN(table.list_staged = one_hire; table.promote = broken_promote)
