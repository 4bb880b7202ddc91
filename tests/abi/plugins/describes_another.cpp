// Describes a plugin that differs from its manifest.
#include "sound_plugin.hpp"

static integration_api broken() {
  integration_api api = Sound::table();
  api.describe = [](integration_sink out, integration_sink) {
    return Sound::write(out, R"({"id":"other","name":"describes_another","version":"1.0.0"})");
  };
  return api;
}

EXPORT_TABLE(broken())
