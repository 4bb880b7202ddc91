// Creates no instance, but returns ok.
#include "sound_plugin.hpp"

static integration_api broken() {
  integration_api api = Sound::table();
  api.create = [](const integration_call*, const integration_host*, integration_view, integration_instance**,
                  integration_sink) -> int32_t { return INTEGRATION_OK; };
  return api;
}

EXPORT_TABLE(broken())
