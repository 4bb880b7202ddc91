// Lets exceptions out of its functions.
#include "sound_plugin.hpp"

static integration_api broken() {
  integration_api api = Sound::table();
  api.destroy = [](const integration_call*, integration_instance*, integration_sink) -> int32_t {
    throw std::string("destroy");
  };
  api.status = [](const integration_call*, integration_instance*, integration_sink,
                  integration_sink) -> int32_t { throw 42; };
  api.extension = [](const integration_call*, integration_view) -> const void* { throw 42; };
  return api;
}

EXPORT_TABLE(broken())
