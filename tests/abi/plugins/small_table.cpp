// A plugin whose function table is smaller than that of the ABI's first version, which is the least.
#include "sound_plugin.hpp"

static integration_api tooSmallTable() {
  integration_api api = Sound::table();
  api.struct_size = INTEGRATION_API_SIZE_V1 - 8;
  return api;
}

EXPORT_TABLE(tooSmallTable())
