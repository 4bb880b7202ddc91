#include "services/log.hpp"

#include <vector>

#include "services/log_line.hpp"

namespace host_stub {

using integration::DataClass;
using integration::LogField;
using integration::LogLevel;

namespace {

constexpr std::chrono::milliseconds kFlush{250};

}  // namespace

void LogWriter::write(LogLevel level, std::string_view event, std::span<const LogField> fields) noexcept try {
  output_.put(logLine(level, event, fields));
} catch (...) {
  // Nothing can be said about a log that can't be written.
}

void LogWriter::flush() noexcept try { output_.flush(kFlush); } catch (...) {
  // As above.
}

void PluginLog::write(LogLevel level, std::string_view event, std::span<const LogField> fields) noexcept try {
  std::vector<LogField> all = {{"connection", connectionId_, DataClass::isPublic}};
  if (!trace_.empty()) all.push_back({"trace", trace_, DataClass::isPublic});
  all.insert(all.end(), fields.begin(), fields.end());
  log_.write(level, event, all);
} catch (...) {
}

}  // namespace host_stub
