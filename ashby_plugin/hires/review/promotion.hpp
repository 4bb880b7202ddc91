// From a new hire to a member of the host, in three steps that each may be repeated:
//   commit(promoting, with the merged fields) -> members.create(application id) -> commit(promoted)
// Whatever is lost in between, run_work finishes it: by the member that is there, or by creating it with the
// same key.
#pragma once

#include <cstdint>

#include "hires/source/hire_source.hpp"
#include "hires/work/budget.hpp"
#include "integration/call.hpp"
#include "integration/operations.hpp"

namespace ashby {

// notFound; aborted where ifVersion is stale; failedPrecondition where it is discarded or withdrawn;
// invalidArgument with issues per field; unavailable where it is begun and its end isn't known yet.
integration::PromoteResult promoteHire(integration::Call& call, const HireSource& source,
                                       const integration::PromoteRequest& request);

// Finishes begun promotions that are due. When the next one is, 0 = none are left.
std::int64_t finishPromotions(integration::Call& call, Budget& budget);

}  // namespace ashby
