// Where the sealing key comes from.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "secrets/encryption.hpp"

namespace host_stub {

// The first that is given: a file (--key-file), a text (HOST_STUB_KEY), `sealing.key` in the data folder.
// A key is written as 64 hexadecimal digits or as base64 of 32 bytes.
struct KeySource {
  std::optional<std::filesystem::path> file;
  std::optional<std::string> text;
};

// mayCreate: `sealing.key` is made where it is missing, of mode 0600. The caller holds the folder's lock.
// Throws DataError: no such file, readable by others, not a key.
MasterKey loadSealingKey(const KeySource& source, const std::filesystem::path& folder, bool mayCreate);

}  // namespace host_stub
