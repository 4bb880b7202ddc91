// What a connection that is deleted leaves to the company's next one: the ids of applications that were added
// or deleted, without personal data.
#pragma once

#include "integration/call.hpp"
#include "integration/extensions.hpp"

namespace ashby {

integration::HandledPage giveHandled(integration::Call& call, const integration::GiveHandled& request);
// An application that this connection knows already stays as it is.
void takeHandled(integration::Call& call, const integration::TakeHandled& request);

}  // namespace ashby
