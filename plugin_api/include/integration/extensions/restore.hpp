// Brings a discarded hire back.
#pragma once

#include <boost/describe/class.hpp>
#include <string>

namespace integration {

// source action: brings a discarded hire back; unavailable where its data is gone and the source can't be
// read now.
inline constexpr char kRestore[] = "integration.restore/1";
struct RestoreRequest {
  std::string id;
};
BOOST_DESCRIBE_STRUCT(RestoreRequest, (), (id))

}  // namespace integration
