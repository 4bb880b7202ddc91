// Comes from a later ABI of the same minor line: its table has one function more than this host knows.
#include "sound_plugin.hpp"

struct LargerTable {
  integration_api api;
  int32_t (*somethingNew)();
};

static LargerTable larger() {
  LargerTable table{Sound::table(), nullptr};
  table.api.struct_size = sizeof(LargerTable);
  return table;
}

EXPORT_TABLE(larger())
