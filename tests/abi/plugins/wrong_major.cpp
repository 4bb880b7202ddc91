// Is built for another major version than its manifest says.
#include "sound_plugin.hpp"

static integration_api broken() {
  integration_api api = Sound::table();
  api.abi_major = INTEGRATION_ABI_MAJOR + 1;
  return api;
}

EXPORT_TABLE(broken())
