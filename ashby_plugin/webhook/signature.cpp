#include "webhook/signature.hpp"

#include <openssl/crypto.h>
#include <openssl/hmac.h>

#include <array>

#include "integration/status.hpp"

namespace ashby {
namespace {

constexpr std::string_view kScheme = "sha256=";
constexpr std::size_t kHexLength = 64;

std::array<char, kHexLength> hmacHex(std::string_view secret, std::string_view body) {
  std::array<unsigned char, 32> mac{};
  unsigned int length = 0;
  if (HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()),
           reinterpret_cast<const unsigned char*>(body.data()), body.size(), mac.data(), &length) == nullptr)
    throw integration::Failure(integration::Code::unavailable, "OpenSSL refuses to compute a signature");
  std::array<char, kHexLength> hex{};
  for (std::size_t i = 0; i < mac.size(); ++i) {
    hex[2 * i] = "0123456789abcdef"[mac[i] >> 4];
    hex[2 * i + 1] = "0123456789abcdef"[mac[i] & 15];
  }
  return hex;
}

}  // namespace

bool signatureHolds(std::string_view header, std::string_view body, std::span<const std::string> secrets) {
  if (!header.starts_with(kScheme) || header.size() != kScheme.size() + kHexLength) return false;
  const std::string_view given = header.substr(kScheme.size());
  bool holds = false;
  for (const std::string& secret : secrets) {
    const auto expected = hmacHex(secret, body);
    holds |= CRYPTO_memcmp(expected.data(), given.data(), kHexLength) == 0;
  }
  return holds;
}

void wipe(std::vector<std::string>& secrets) {
  for (std::string& secret : secrets) OPENSSL_cleanse(secret.data(), secret.size());
  secrets.clear();
}

}  // namespace ashby
