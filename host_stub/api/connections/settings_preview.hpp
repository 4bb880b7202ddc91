// The effect of a change of a connection's settings, told before it is made.
#pragma once

#include "hosting/connections/connection_hub.hpp"
#include "integration/json.hpp"

namespace host_stub {

// Returns what the API shows of a preview. preview: null if the plugin can't tell, and then each count is
// null. showsHires: whether who asks may see new hires; without that the counts alone are told.
integration::Json settingsPreviewView(const LiveConnection& connection,
                                      const std::optional<integration::SettingsPreview>& preview,
                                      bool showsHires);

}  // namespace host_stub
