// SHA-256 and HMAC-SHA256, from OpenSSL. Every function is thread-safe, and throws Failure(unavailable) if
// OpenSSL can't compute, as without memory.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace integration {

using Digest = std::array<std::uint8_t, 32>;

Digest sha256(std::string_view bytes);

Digest hmacSha256(std::string_view key, std::string_view bytes);

// Returns the hash in lower-case hex. Throws Failure(unavailable) also if the file can't be read.
std::string sha256OfFile(const std::filesystem::path& file);

// Returns whether both are the same. The time that it takes tells nothing but their sizes.
bool equalInConstantTime(std::string_view a, std::string_view b) noexcept;

}  // namespace integration
