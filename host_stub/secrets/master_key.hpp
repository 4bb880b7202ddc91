// Reads the master key, under which secrets are encrypted, from one of its sources.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "secrets/encryption.hpp"

namespace host_stub {

// The sources of the key; the first that is given counts, else `sealing.key` in the data folder. A key is
// written as 64 hexadecimal digits or as base64 of 32 bytes.
struct KeySource {
  std::optional<std::filesystem::path> file;  // --key-file
  std::optional<std::string> text;            // HOST_STUB_KEY
};

// Returns the key. Creates `sealing.key` with mode 0600 if mayCreate and there is none. The caller holds the
// folder's lock. Throws DataError if the file is missing, readable by others or no key.
MasterKey loadMasterKey(const KeySource& source, const std::filesystem::path& folder, bool mayCreate);

}  // namespace host_stub
