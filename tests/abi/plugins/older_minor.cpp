// Is built for an older minor version, as its manifest says: hosts take it.
#include "sound_plugin.hpp"

static integration_api broken() {
  integration_api api = Sound::table();
  api.abi_minor = INTEGRATION_ABI_MINOR - 1;
  return api;
}

EXPORT_TABLE(broken())
