// status (and describe, if so defined) ignores that a write was refused, and writes a whole answer after it.
#include "sound_plugin.hpp"

static void tooMuch(integration_sink out) {
  const std::string part(1024 * 1024, ' ');
  for (int i = 0; i < 65; ++i) Sound::write(out, part);
}

static integration_api overflowing() {
  integration_api api = Sound::table();
#ifdef OVERFLOWS_DESCRIBE
  api.describe = [](integration_sink out, integration_sink error) -> int32_t {
    tooMuch(out);
    Sound::describe(out, error);
    return INTEGRATION_OK;
  };
#endif
  api.status = [](const integration_call*, integration_instance*, integration_sink out,
                  integration_sink) -> int32_t {
    tooMuch(out);
    Sound::write(out, R"({"state":"active","health":"","settings":{}})");
    return INTEGRATION_OK;
  };
  return api;
}

EXPORT_TABLE(overflowing())
