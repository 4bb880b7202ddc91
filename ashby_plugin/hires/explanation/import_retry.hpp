// Another try of imports that failed, when a person asks for it.
#pragma once

#include "integration/call.hpp"
#include "integration/extensions.hpp"

namespace ashby {

// Makes the failed import that a line of the activity tells of due now; without a line, all that failed.
void retryImport(integration::Call& call, const integration::RetryRequest& request);

}  // namespace ashby
