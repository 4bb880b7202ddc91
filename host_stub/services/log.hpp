// The host's log: a JSON object a line, on stderr. A plugin's fields are printed only if they are public.
#pragma once

#include <initializer_list>
#include <memory>
#include <string_view>

#include "integration/services.hpp"
#include "services/log_output.hpp"

namespace host_stub {

// [thread-safe]
class LogWriter {
 public:
  // The output must outlive this.
  explicit LogWriter(LogOutput& output) : output_(output) {}
  // Writes to the stream at once.
  explicit LogWriter(std::ostream& out) : own_(std::make_unique<StreamOutput>(out)), output_(*own_) {}

  void write(integration::LogLevel level, std::string_view event,
             std::span<const integration::LogField> fields) noexcept;
  void info(std::string_view event, std::initializer_list<integration::LogField> fields = {}) noexcept {
    write(integration::LogLevel::info, event, std::span(fields.begin(), fields.size()));
  }
  void warning(std::string_view event, std::initializer_list<integration::LogField> fields = {}) noexcept {
    write(integration::LogLevel::warning, event, std::span(fields.begin(), fields.size()));
  }
  // Before what may end the process: waits until all is written, a quarter of a second at most.
  void flush() noexcept;

 private:
  const std::unique_ptr<StreamOutput> own_;
  LogOutput& output_;
};

// The log of one call of a plugin: says which connection speaks.
class PluginLog : public integration::Log {
 public:
  PluginLog(LogWriter& log, std::string_view connectionId, std::string_view trace)
      : log_(log), connectionId_(connectionId), trace_(trace) {}
  void write(integration::LogLevel level, std::string_view event,
             std::span<const integration::LogField> fields) noexcept override;

 private:
  LogWriter& log_;
  std::string_view connectionId_, trace_;
};

}  // namespace host_stub
