/* Has no table and says no reason. */
#include "../sound.h"

PLUGIN_ENTRY {
  return NULL;
}
