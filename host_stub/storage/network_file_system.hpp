// File systems of other machines, on which SQLite's log and the folder's lock promise less.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace host_stub {

// Returns the name of a file system's kind, as statfs(2) gives it in f_type, if its files may lie on another
// machine.
std::optional<std::string> networkFileSystem(long kind);

// The same of the file system that holds this folder, or the nearest folder above it that exists. nullopt if
// it can't be told.
std::optional<std::string> networkFileSystemOf(const std::filesystem::path& folder);

}  // namespace host_stub
