// Refuses every host and gives a reason.
#include "sound_plugin.hpp"

extern "C" __attribute__((visibility("default"))) const integration_api* integration_plugin_entry(
    const integration_hello*, integration_sink error) {
  Sound::write(error, R"({"code":9,"message":"the moon is not full","issues":[]})");
  return nullptr;
}
