// Lists Ashby's choices for the settings: custom fields to map, departments, locations and jobs to
// import from.
#pragma once

#include "ashby/ashby_session.hpp"
#include "integration/call.hpp"
#include "integration/extensions.hpp"

namespace ashby {

// invalidArgument for an unknown kind; failedPrecondition without a key or its permission; unavailable.
integration::SourceChoices readSourceChoices(integration::Call& call, AshbySession& session,
                                             const integration::SourceChoicesQuery& query);

}  // namespace ashby
