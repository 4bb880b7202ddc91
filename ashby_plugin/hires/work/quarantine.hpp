// An application whose reading crashed the host: it waits for a day, so that the others are imported.
#pragma once

#include "integration/call.hpp"
#include "integration/extensions.hpp"

namespace ashby {

// Plans the application's next reading a day from now, marks it as needing attention, and tells people; a
// retry that a person asks for comes at once. Nothing if it isn't due to be read.
void quarantine(integration::Call& call, const integration::SetAsideRequest& request);

}  // namespace ashby
