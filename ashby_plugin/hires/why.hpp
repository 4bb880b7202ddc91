// "Why is X not here?": the reason in one sentence, from what is held and, where that says nothing, from
// Ashby.
#pragma once

#include "ashby/link.hpp"
#include "integration/call.hpp"
#include "integration/extensions.hpp"

namespace ashby {

// q: an application id, an e-mail or a name.
integration::WhyAnswer explainWhy(integration::Call& call, Link& link, const integration::WhyQuery& query);

// Makes the failed import that a line of the activity tells of due now; without a line, all that failed.
void retryImport(integration::Call& call, const integration::RetryRequest& request);

}  // namespace ashby
