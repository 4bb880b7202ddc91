/* Is built for a later ABI than its manifest and the host say. */
#include "../sound.h"

PLUGIN(table.abi_minor = INTEGRATION_ABI_MINOR + 1)
