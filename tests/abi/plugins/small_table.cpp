// Has a table smaller than the first one of this ABI.
#include "sound_plugin.hpp"

static integration_api broken() {
  integration_api api = Sound::table();
  api.struct_size = INTEGRATION_API_SIZE_V1 - 8;
  return api;
}

EXPORT_TABLE(broken())
