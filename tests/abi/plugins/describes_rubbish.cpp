// Describes itself with a text that isn't JSON.
#include "sound_plugin.hpp"

static integration_api broken() {
  integration_api api = Sound::table();
  api.describe = [](integration_sink out, integration_sink) { return Sound::write(out, "me"); };
  return api;
}

EXPORT_TABLE(broken())
