// A person as the API shows it to whoever may see all of it.
#pragma once

#include "integration/json.hpp"
#include "people/member_rows.hpp"

namespace host_stub {

integration::Json personView(const Member& member);

}  // namespace host_stub
