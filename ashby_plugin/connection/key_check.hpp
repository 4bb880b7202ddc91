// Tries an API key before it is kept: each permission by the very call that an import will make, with an id
// that nothing has, so that no data of anybody is read.
#pragma once

#include "ashby/client.hpp"

namespace ashby {

// Returns where candidates, offers, jobs and organization may all be read. Throws invalidArgument with an
// issue for each missing permission, or for the key itself; unavailable where Ashby can't be asked now.
void checkKey(Client& client);

}  // namespace ashby
