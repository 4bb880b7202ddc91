/* Says that its table has 4 GB. */
#include "../sound.h"

PLUGIN(table.struct_size = 0xffffffffU)
