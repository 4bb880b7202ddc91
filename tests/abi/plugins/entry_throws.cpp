// Lets an exception out of the entry.
#include "sound_plugin.hpp"

extern "C" __attribute__((visibility("default"))) const integration_api* integration_plugin_entry(
    const integration_hello*, integration_sink) {
  throw 42;
}
