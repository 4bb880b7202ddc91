// The admin's choices: the key, from when on hires count, on and off.
#pragma once

#include <string_view>

#include "ashby/ashby_session.hpp"
#include "integration/call.hpp"

namespace ashby {

// settings: JSON; a member that is absent stays as it is; "apiKey" is there where a new key is offered.
void configure(integration::Call& call, AshbySession& session, std::string_view settings);
void enable(integration::Call& call);
void disable(integration::Call& call);
// Compare with Ashby soon.
void requestSync(integration::Call& call);

}  // namespace ashby
