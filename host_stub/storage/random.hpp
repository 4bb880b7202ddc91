// Randomness from OpenSSL, and the ids and tokens made of it.
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace host_stub {

// Throws integration::Failure(unavailable) if the machine gives none.
void fillRandom(std::span<std::uint8_t> out);

// Returns 24 hexadecimal digits: the time and 47 random bits, counted on within a millisecond or if the clock
// goes back. Ids of one process sort by when they were made. [thread-safe]
std::string newId(std::int64_t now);

// Nobody guesses it: 256 bits as 64 hexadecimal digits.
std::string newToken();

}  // namespace host_stub
