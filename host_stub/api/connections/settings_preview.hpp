// The effect of a change of a connection's settings, told before it is made.
#pragma once

#include "hosting/connections/connection_hub.hpp"
#include "integration/json.hpp"

namespace host_stub {

// Returns what the API shows of a preview.
// preview: nullopt if the plugin can't tell; each count is null then.
// showsHires: whether the user may see new hires; if not, only the counts are shown.
integration::Json settingsPreviewView(const LiveConnection& connection,
                                      const std::optional<integration::SettingsPreview>& preview,
                                      bool showsHires);

}  // namespace host_stub
