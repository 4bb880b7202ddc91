#include "services/log_line.hpp"

#include "integration/json.hpp"
#include "integration/time.hpp"
#include "services/system_clock.hpp"

namespace host_stub {

using integration::LogLevel;

namespace {

const char* nameOf(LogLevel level) {
  switch (level) {
    case LogLevel::debug:
      return "debug";
    case LogLevel::info:
      return "info";
    case LogLevel::warning:
      return "warning";
    case LogLevel::error:
      break;
  }
  return "error";
}

}  // namespace

std::string logLine(LogLevel level, std::string_view event, std::span<const integration::LogField> fields) {
  integration::Json line = {
      {"at", integration::formatTime(unixNow())}, {"level", nameOf(level)}, {"event", event}};
  for (const integration::LogField& field : fields)
    if (field.dataClass == integration::DataClass::isPublic) line[std::string(field.name)] = field.value;
  return integration::dumpJson(line) + "\n";
}

}  // namespace host_stub
