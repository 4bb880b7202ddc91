// Hands a deleted connection's ids over to the company's next one: those of applications that were added
// or deleted, without personal data.
#pragma once

#include "integration/call.hpp"
#include "integration/extensions.hpp"

namespace ashby {

integration::ProcessedIdPage exportProcessedIds(integration::Call& call,
                                                const integration::ExportProcessedIds& request);
// An application that this connection knows already stays as it is.
void importProcessedIds(integration::Call& call, const integration::ImportProcessedIds& request);

}  // namespace ashby
