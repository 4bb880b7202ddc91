#pragma once

#include <filesystem>
#include <string>

namespace integration {

// In lower-case hex; throws Failure if the file can't be read.
std::string sha256OfFile(const std::filesystem::path& file);

}  // namespace integration
