// Has a table without the function for extensions: the host must treat them as unsupported.
#include "sound_plugin.hpp"

static integration_api broken() {
  integration_api api = Sound::table();
  api.extension = nullptr;
  return api;
}

EXPORT_TABLE(broken())
