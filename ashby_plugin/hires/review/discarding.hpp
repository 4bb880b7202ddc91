// Deleting a new hire leaves a tombstone: later deliveries don't bring it back. Restoring takes the tombstone
// away.
#pragma once

#include "hires/source/hire_source.hpp"
#include "integration/call.hpp"
#include "integration/extensions.hpp"
#include "integration/operations.hpp"

namespace ashby {

// Repeatable. notFound; failedPrecondition where it is promoted, or being promoted.
void discardHire(integration::Call& call, const integration::DiscardRequest& request);

// Repeatable. A hire whose data was erased is read from the source again at once: unavailable, and nothing
// changed, where that can't be; failedPrecondition where the source no longer marks it as hired.
void restoreHire(integration::Call& call, HireSource& source, const integration::RestoreRequest& request);

}  // namespace ashby
