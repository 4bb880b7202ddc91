// Has a table without promote.
#include "sound_plugin.hpp"

static integration_api broken() {
  integration_api api = Sound::table();
  api.promote = nullptr;
  return api;
}

EXPORT_TABLE(broken())
