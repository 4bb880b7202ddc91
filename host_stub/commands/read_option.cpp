#include "commands/read_option.hpp"

#include <vector>

#include "integration/status.hpp"

namespace host_stub {
namespace {

void readValue(const std::string& option, const std::string& value, const ReadValue& read) {
  try {
    read(value);
  } catch (const integration::Failure& failure) {
    throw CLI::ValidationError(option + " " + failure.what());
  }
}

}  // namespace

CLI::Option* addOption(CLI::App& command, const std::string& name, const std::string& type,
                       const std::string& description, ReadValue read) {
  return command
      .add_option_function<std::string>(
          name, [name, read = std::move(read)](const std::string& value) { readValue(name, value, read); },
          description)
      ->type_name(type);
}

CLI::Option* addRepeatedOption(CLI::App& command, const std::string& name, const std::string& type,
                               const std::string& description, ReadValue read) {
  return command
      .add_option_function<std::vector<std::string>>(
          name,
          [name, read = std::move(read)](const std::vector<std::string>& values) {
            for (const std::string& value : values) readValue(name, value, read);
          },
          description)
      ->type_name(type)
      ->allow_extra_args(false);
}

CLI::Option* addText(CLI::App& command, const std::string& name, const std::string& type,
                     const std::string& description, std::string& text) {
  return command.add_option(name, text, description)
      ->type_name(type)
      ->check([](const std::string& value) { return value.empty() ? "must not be empty" : std::string(); },
              "");
}

}  // namespace host_stub
