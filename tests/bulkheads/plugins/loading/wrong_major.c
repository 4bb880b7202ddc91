/* Is built for another major version of the ABI. */
#include "../sound.h"

PLUGIN(table.abi_major = INTEGRATION_ABI_MAJOR + 1)
