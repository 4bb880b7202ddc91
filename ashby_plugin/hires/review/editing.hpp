// A reviewer's edits on a new hire that isn't added yet, and the files that came with it.
#pragma once

#include "ashby/ashby_session.hpp"
#include "integration/call.hpp"
#include "integration/extensions.hpp"

namespace ashby {

// notFound; aborted where ifVersion is stale; failedPrecondition where it isn't staged or is being added;
// invalidArgument with issues per field.
void editHire(integration::Call& call, const integration::EditRequest& request);

// notFound where the hire has no such file any more; unavailable where Ashby can't be asked now.
integration::DocumentLink linkDocument(integration::Call& call, AshbySession& session,
                                       const integration::DocumentQuery& query);

}  // namespace ashby
