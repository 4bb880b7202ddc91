// Options of a command line whose value one of our functions reads.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string>

namespace host_stub {

// Reads an option's value and keeps it. Throws Failure, which says what is wrong with the value.
using ReadValue = std::function<void(const std::string& value)>;

// Adds an option that is given at most once. Parsing throws CLI::ValidationError, which names the option, if
// `read` throws Failure. type: the value as the help shows it.
CLI::Option* addOption(CLI::App& command, const std::string& name, const std::string& type,
                       const std::string& description, ReadValue read);

// Adds an option that may be repeated: `read` is called for each value.
CLI::Option* addRepeatedOption(CLI::App& command, const std::string& name, const std::string& type,
                               const std::string& description, ReadValue read);

// Adds an option whose text, not empty, goes into `text`, which must outlive the parsing.
CLI::Option* addText(CLI::App& command, const std::string& name, const std::string& type,
                     const std::string& description, std::string& text);

}  // namespace host_stub
