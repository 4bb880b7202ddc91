// Has an extension whose table is too small.
#include "sound_plugin.hpp"

static integration_api broken() {
  integration_api api = Sound::table();
  api.extension = [](const integration_call*, integration_view) -> const void* {
    static const integration_operation operation{4, INTEGRATION_CALL_QUERY, Sound::json};
    return &operation;
  };
  return api;
}

EXPORT_TABLE(broken())
