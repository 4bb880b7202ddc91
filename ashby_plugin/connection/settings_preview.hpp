// The effect of a change of the settings on the new hires that wait, before it is made.
#pragma once

#include "ashby/ashby_session.hpp"
#include "integration/call.hpp"
#include "integration/extensions.hpp"

namespace ashby {

// Throws what `configure` throws for these settings, and writes nothing. Fields that are only switched off
// are told from what is held; anything else has the waiting hires read from Ashby and mapped by both, as many
// as the call has time for.
integration::SettingsPreview previewSettings(integration::Call& call, AshbySession& session,
                                             const integration::PreviewSettings& request);

}  // namespace ashby
