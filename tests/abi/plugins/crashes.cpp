// Crashes the whole process in status.
#include <csignal>

#include "sound_plugin.hpp"

static integration_api broken() {
  integration_api api = Sound::table();
  api.status = [](const integration_call*, integration_instance*, integration_sink,
                  integration_sink) -> int32_t {
    std::signal(SIGSEGV, SIG_DFL);  // otherwise a sanitizer ends the process in its own way
    return std::raise(SIGSEGV);
  };
  return api;
}

EXPORT_TABLE(broken())
