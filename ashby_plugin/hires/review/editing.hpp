// A reviewer's edits on a new hire that isn't added yet, and the files that came with it.
#pragma once

#include "hires/source/hire_source.hpp"
#include "integration/call.hpp"
#include "integration/extensions.hpp"

namespace ashby {

// notFound; aborted where ifVersion is stale; failedPrecondition where it isn't staged or is being added;
// invalidArgument with issues per field.
void editHire(integration::Call& call, const integration::EditRequest& request);

// notFound where the hire has no such file any more; unavailable where the source can't be asked now.
integration::DocumentLink linkDocument(integration::Call& call, HireSource& source,
                                       const integration::DocumentQuery& query);

}  // namespace ashby
