// Reconciles with the source soon.
#pragma once

#include <boost/describe/class.hpp>

namespace integration {

// user action: reconcile with the source soon.
inline constexpr char kSync[] = "integration.sync/1";
struct SyncRequest {};
BOOST_DESCRIBE_STRUCT(SyncRequest, (), ())

}  // namespace integration
