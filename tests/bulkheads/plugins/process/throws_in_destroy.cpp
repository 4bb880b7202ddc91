/* Throws a number as an instance is destroyed. */
#include "../sound.h"

DESTROY(broken_destroy) {
  throw 42;
}
PLUGIN(table.destroy = broken_destroy)
