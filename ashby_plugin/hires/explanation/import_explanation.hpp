// "Why is X not here?": the reason in one sentence, from what is held and, where that says nothing, from
// Ashby.
#pragma once

#include "ashby/ashby_session.hpp"
#include "integration/call.hpp"
#include "integration/extensions.hpp"

namespace ashby {

// q: an application id, an e-mail or a name.
integration::ImportExplanation explainWhy(integration::Call& call, AshbySession& session,
                                          const integration::ExplainQuery& query);

// Makes the failed import that a line of the activity tells of due now; without a line, all that failed.
void retryImport(integration::Call& call, const integration::RetryRequest& request);

}  // namespace ashby
