// The text of one event in the host's log: a JSON object and a line break.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "integration/services.hpp"

namespace host_stub {

// Holds the time, level and event, and of the fields only the public ones.
std::string logLine(integration::LogLevel level, std::string_view event,
                    std::span<const integration::LogField> fields);

}  // namespace host_stub
