// "Why is X not here?": the reason in one sentence, from what is held and, where that says nothing, from
// the source.
#pragma once

#include "hires/source/hire_source.hpp"
#include "integration/call.hpp"
#include "integration/extensions.hpp"

namespace ashby {

// q: an application id, an e-mail or a name.
integration::ImportExplanation explainWhy(integration::Call& call, HireSource& source,
                                          const integration::ExplainQuery& query);

}  // namespace ashby
