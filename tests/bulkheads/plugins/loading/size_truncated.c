/* Says that its table is smaller than the first ever was. */
#include "../sound.h"

PLUGIN(table.struct_size = INTEGRATION_API_SIZE_V1 - 8)
