// Runs one check so that nothing a plugin does can harm the others.
#pragma once

#include "check.hpp"

namespace integration::check {

// In this process: for debuggers.
Result runHere(const Check& check, const std::filesystem::path& folder);

// In a child process that is killed after 45 s; how it died is the result.
Result runInChild(const Check& check, const std::filesystem::path& folder);

}  // namespace integration::check
