// Retries failed imports.
#pragma once

#include <boost/describe/class.hpp>

#include "integration/new_hire.hpp"

namespace integration {

// User action: retries a failed import now, whatever its back-off says.
inline constexpr char kRetry[] = "integration.retry/1";
struct RetryRequest {
  Text id;  // Activity::id of the failed import; nullopt means all that failed
};
BOOST_DESCRIBE_STRUCT(RetryRequest, (), (id))

}  // namespace integration
