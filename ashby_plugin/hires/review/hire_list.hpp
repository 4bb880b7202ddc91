// The new hires as reviewers list them: by state, searched, filtered, sorted, page by page.
#pragma once

#include "integration/call.hpp"
#include "integration/operations.hpp"

namespace ashby {

integration::ListPage listHires(integration::Call& call, const integration::ListQuery& query);

}  // namespace ashby
