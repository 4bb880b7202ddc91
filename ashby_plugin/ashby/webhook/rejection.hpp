// A delivery that was refused for its signature or its size. Ashby never sends it again, or never smaller, so
// what it told must be found by a reconciliation instead; and the admin must see that something is wrong.
#pragma once

#include <cstdint>

#include "integration/call.hpp"

namespace ashby {

enum class RejectedFor { missingSignature, wrongSignature, size };

// Makes a reconciliation due within a minute, at most one in ten. The refusals of one minute share a line of
// the activity for each reason, and past a hundred nothing more is written: anybody can send these. Throws
// nothing if the store fails: the refusal is answered all the same.
void rememberRejection(integration::Call& call, std::int64_t now, RejectedFor reason);

}  // namespace ashby
