/* Says that its table has no bytes. */
#include "../sound.h"

PLUGIN(table.struct_size = 0)
