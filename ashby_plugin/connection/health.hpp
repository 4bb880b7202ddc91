// The connection's state, the first that holds, and what it means in plain words.
#pragma once

#include "hires/records/settings.hpp"
#include "integration/operations.hpp"

namespace ashby {

integration::ConnectionStatus readStatus(integration::Call& call);

// The settings as people see them.
struct ShownSettings : ImportSettings {
  Text importFrom;
  std::optional<std::uint32_t> keepDiscardedDays;
};
BOOST_DESCRIBE_STRUCT(ShownSettings, (ImportSettings), (importFrom, keepDiscardedDays))

}  // namespace ashby
