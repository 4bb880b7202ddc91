// Tries a failed import again.
#pragma once

#include <boost/describe/class.hpp>

#include "integration/new_hire.hpp"

namespace integration {

// user action: try a failed import again now; without an id, all that failed.
inline constexpr char kRetry[] = "integration.retry/1";
struct RetryRequest {
  Text id;  // of the activity
};
BOOST_DESCRIBE_STRUCT(RetryRequest, (), (id))

}  // namespace integration
