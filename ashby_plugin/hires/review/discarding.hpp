// Deleting a new hire leaves a tombstone: later deliveries don't bring it back. Restoring takes the tombstone
// away.
#pragma once

#include "ashby/ashby_session.hpp"
#include "integration/call.hpp"
#include "integration/extensions.hpp"
#include "integration/operations.hpp"

namespace ashby {

// Repeatable. notFound; failedPrecondition where it is promoted, or being promoted.
void discardHire(integration::Call& call, const integration::DiscardRequest& request);

// Repeatable. A hire whose data was erased is read from Ashby again at once: unavailable, and nothing
// changed, where that can't be; failedPrecondition where Ashby no longer marks it as hired.
void restoreHire(integration::Call& call, AshbySession& session, const integration::RestoreRequest& request);

}  // namespace ashby
