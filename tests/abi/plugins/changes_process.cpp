// Changes state of the process that belongs to the host; the plugin's id says which.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <string_view>

#include "sound_plugin.hpp"

static bool is(std::string_view id) {
  return id == PLUGIN_ID;
}

static integration_api changing() {
  integration_api api = Sound::table();
  api.create = [](const integration_call* call, const integration_host* given, integration_view config,
                  integration_instance** out, integration_sink error) {
    if (is("changes_umask")) umask(0);
    return Sound::create(call, given, config, out, error);
  };
  api.handle_webhook = [](const integration_call* call, integration_instance* instance,
                          const integration_webhook_request* request, integration_webhook_reply reply,
                          integration_sink error) -> int32_t {
    if (is("changes_handler")) std::signal(SIGUSR2, SIG_IGN);
    if (is("leaves_descriptor") && open("/", O_RDONLY) < 0) return INTEGRATION_INTERNAL;
    for (int i = 3; i < 1000 && is("closes_descriptors"); ++i) close(i);
    return Sound::webhook(call, instance, request, reply, error);
  };
  return api;
}

EXPORT_TABLE(changing())
