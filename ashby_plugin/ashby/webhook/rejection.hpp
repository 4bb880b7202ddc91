// Remembers deliveries that were refused for their signature or their size. Ashby doesn't send them again, or
// sends them as large as before. So a reconciliation must find what they told, and the admin must see that
// something is wrong.
#pragma once

#include <cstdint>

#include "integration/call.hpp"

namespace ashby {

enum class RejectedFor { missingSignature, wrongSignature, size };

// Schedules a reconciliation within a minute, but at most once in ten minutes. Counts the refusals of one
// minute in one line of the activity for each reason. Writes nothing past a hundred, since anybody can send
// such deliveries. Ignores failures of the store: the delivery is answered all the same.
void rememberRejection(integration::Call& call, std::int64_t now, RejectedFor reason);

}  // namespace ashby
