// The connection's state, the first that holds, and what it means in plain words.
#pragma once

#include "connection/settings.hpp"
#include "integration/operations.hpp"

namespace ashby {

integration::ConnectionStatus readStatus(integration::Call& call);

// What is shown of the settings.
struct ShownSettings {
  Text importFrom;
};
BOOST_DESCRIBE_STRUCT(ShownSettings, (), (importFrom))

}  // namespace ashby
