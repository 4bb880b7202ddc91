// "Why is X not here?": the reason in one sentence, from what is held.
#pragma once

#include "integration/call.hpp"
#include "integration/extensions.hpp"

namespace ashby {

integration::WhyAnswer explainWhy(integration::Call& call, const integration::WhyQuery& query);

// Makes the failed import that a line of the activity tells of due now.
void retryImport(integration::Call& call, const integration::RetryRequest& request);

}  // namespace ashby
