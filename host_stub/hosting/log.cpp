#include "hosting/log.hpp"

#include <vector>

#include "hosting/system_tools.hpp"
#include "integration/json.hpp"
#include "integration/time.hpp"

namespace host_stub {

using integration::DataClass;
using integration::LogField;
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

void LogWriter::write(LogLevel level, std::string_view event, std::span<const LogField> fields) noexcept try {
  integration::Json line = {
      {"at", integration::formatTime(unixNow())}, {"level", nameOf(level)}, {"event", event}};
  for (const LogField& field : fields)
    if (field.dataClass == DataClass::isPublic) line[std::string(field.name)] = field.value;
  const std::string text = integration::dumpJson(line) + "\n";
  std::lock_guard lock(mutex_);
  out_ << text << std::flush;
} catch (...) {
  // Nothing can be said about a log that can't be written.
}

void PluginLog::write(LogLevel level, std::string_view event, std::span<const LogField> fields) noexcept try {
  std::vector<LogField> all = {{"connection", connectionId_, DataClass::isPublic}};
  if (!trace_.empty()) all.push_back({"trace", trace_, DataClass::isPublic});
  all.insert(all.end(), fields.begin(), fields.end());
  log_.write(level, event, all);
} catch (...) {
}

}  // namespace host_stub
