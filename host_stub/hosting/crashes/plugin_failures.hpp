// Calls of plugins whose failure the host answers for: logged and counted.
#pragma once

#include <string>

#include "hosting/connections/connection_hub.hpp"

namespace host_stub {

// Logs and counts one failed call. Does nothing if the host itself refused it, because the plugin is not
// loaded or the connection is being enabled. The log says once, at the start, that a plugin is not loaded.
// Thread-safe.
inline void tellFailure(Platform& platform, const LiveConnection& connection, const std::string& entry,
                        const std::string& reason) {
  if (connection.unavailable() || connection.enablement() == Enablement::enabling) return;
  const std::string& plugin = connection.connection().integration;
  platform.log.warning("a plugin failed to answer", {{"plugin", plugin},
                                                     {"entry", entry},
                                                     {"connection", connection.key().connection},
                                                     {"reason", reason}});
  platform.metrics
      .counter("host_stub_plugin_failures", "calls of plugins that failed to answer",
               {{"plugin", plugin}, {"entry", entry}})
      .add();
}

}  // namespace host_stub
