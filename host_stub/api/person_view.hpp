// A person as the API shows it to whoever may see all of it.
#pragma once

#include "data/person_rows.hpp"
#include "integration/json.hpp"

namespace host_stub {

integration::Json personView(const Member& member);

}  // namespace host_stub
