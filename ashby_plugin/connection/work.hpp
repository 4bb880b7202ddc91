// run_work: what is due, in order: promotions begun, applications of the inbox, reconciliation, catch-up,
// and what was planned for later.
#pragma once

#include "ashby/ashby_session.hpp"
#include "integration/call.hpp"
#include "integration/operations.hpp"

namespace ashby {

integration::WorkResult runDueWork(integration::Call& call, AshbySession& session);

}  // namespace ashby
