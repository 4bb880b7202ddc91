// Finds hires who may be the same person.
#pragma once

#include <boost/describe/class.hpp>
#include <vector>

#include "integration/new_hire.hpp"

namespace integration {

// query: which of this connection's hires may be the same person. sourceId: also the same application.
inline constexpr char kMatch[] = "integration.match/1";
struct Matches {
  std::vector<PossibleDuplicate> data;
};
BOOST_DESCRIBE_STRUCT(Matches, (), (data))

}  // namespace integration
