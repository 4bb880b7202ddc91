// A table without the function for extensions: not supported, and nothing worse.
#include "sound_plugin.hpp"

static integration_api broken() {
  integration_api api = Sound::table();
  api.extension = nullptr;
  return api;
}

EXPORT_TABLE(broken())
