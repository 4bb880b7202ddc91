// Checks a plugin's requests to its store before the database is touched. All functions throw
// Failure(invalidArgument).
#pragma once

#include <span>
#include <string>

#include "integration/store.hpp"

namespace host_stub {

void checkKeys(std::span<const std::string> keys);
void checkRange(const integration::Range& range);
void checkCommit(const integration::Commit& commit);

// Returns the value after `add`: 8 bytes, little-endian. An absent value counts as 0.
std::string addToCounter(const integration::Entry& before, std::int64_t delta, std::size_t opIndex);

}  // namespace host_stub
