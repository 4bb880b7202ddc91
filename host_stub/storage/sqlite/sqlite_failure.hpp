// Says in our codes why SQLite refused something.
#pragma once

#include "integration/status.hpp"

struct sqlite3;

namespace host_stub {

// Returns the last error of a connection: dataLoss if the file is damaged, resourceExhausted if the disk is
// full, internal if the statement is wrong, else unavailable.
integration::Failure lastFailureOf(sqlite3* connection);

}  // namespace host_stub
