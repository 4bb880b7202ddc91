// Warnings about the machine that a host starts on.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "services/log.hpp"

namespace host_stub {

// Returns the name of an environment variable that asks programs to use a proxy; nullopt if none is set. This
// host ignores it. The value isn't returned, because it may hold a password.
std::optional<std::string> ignoredProxyVariable();

// Lets the process open as many files and connections as the machine's administrator allows (the hard limit).
// A shell and systemd start it with less.
void raiseDescriptorLimit();

// Warns of such a variable, and of a data folder on a file system of another machine.
void warnOfSurroundings(const std::filesystem::path& data, LogWriter& log);

}  // namespace host_stub
