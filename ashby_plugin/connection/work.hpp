// run_work: what is due, in order: promotions begun, applications of the inbox, reconciliation, housekeeping.
#pragma once

#include "ashby/pacing.hpp"
#include "integration/call.hpp"
#include "integration/operations.hpp"

namespace ashby {

integration::WorkResult runDueWork(integration::Call& call, Pacer& pacer);

}  // namespace ashby
