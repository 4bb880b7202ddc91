// Warnings about the machine that a host starts on.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "services/log.hpp"

namespace host_stub {

// Returns the name of the environment variable that asks programs to send their requests out through a proxy,
// which this host doesn't; nullopt if none is set. The value, which may hold a password, is not told.
std::optional<std::string> ignoredProxyVariable();

// Lets the process open as many files and connections as the machine's administrator allows it (the hard
// limit), which a shell and systemd leave lower.
void raiseDescriptorLimit();

// Warns of such a variable, and of a data folder on a file system of another machine.
void warnOfSurroundings(const std::filesystem::path& data, LogWriter& log);

}  // namespace host_stub
