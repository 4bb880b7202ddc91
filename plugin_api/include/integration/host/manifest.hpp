// A plugin's folder as its manifest.json describes it: everything a host can know and refuse before it loads
// any code.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "integration/operations.hpp"

namespace integration {

struct Manifest {
  std::string id, name, version;
  std::uint16_t abiMajor = 0, abiMinor = 0;
  std::vector<std::string> origins;  // what http may reach, such as "https://api.ashbyhq.com"
  std::string webhookSecret;         // the name of the secret that the host makes; "" if there is none
  std::string
      webhookSignatureHeader;  // the header without which a delivery is refused unread; "" if there is none
  std::string description, homepage;
  std::string settingsSchema = "{}";  // JSON Schema of the settings, for forms
  std::string sha256;                 // of the library, in hex; "" = not checked
  std::filesystem::path folder;       // absolute
  std::filesystem::path library;      // absolute, inside of folder

  // Reads folder/manifest.json and checks it whole: shape, ABI version, library file. Throws Failure with an
  // issue per thing that is wrong, and what to do about it.
  static Manifest read(const std::filesystem::path& folder);

  // Checks what a user gives as settings, secrets among them. Throws Failure(invalidArgument), an issue per
  // setting.
  void validateSettings(std::string_view settings) const;

  // The settings that are secrets: the host seals them and leaves them out of what it passes to configure.
  std::vector<std::string> secretNames() const;
};

// The JSON Schema that every manifest.json is checked against (plugin_api/schema/manifest.schema.json).
std::string_view manifestSchema();

}  // namespace integration
