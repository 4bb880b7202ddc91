// The new hires as reviewers list them: by state, searched, filtered, sorted, page by page.
#pragma once

#include "hires/source/hire_source.hpp"
#include "integration/call.hpp"
#include "integration/operations.hpp"

namespace ashby {

integration::ListPage listHires(integration::Call& call, const HireSource& source,
                                const integration::ListQuery& query);

}  // namespace ashby
