// Sets a work item aside.
#pragma once

#include <boost/describe/class.hpp>
#include <string>

namespace integration {

// User action: sets a work item aside whose run_work crashed the host. The plugin had named the item with
// log.note. The next run doesn't begin with it. It is kept, told to people and tried again much later, or
// when a person asks for it. Nothing happens if there is no such item.
inline constexpr char kSetAside[] = "integration.set-aside/1";
struct SetAsideRequest {
  std::string item;    // as it was named
  std::string reason;  // for people
};
BOOST_DESCRIBE_STRUCT(SetAsideRequest, (), (item, reason))

}  // namespace integration
