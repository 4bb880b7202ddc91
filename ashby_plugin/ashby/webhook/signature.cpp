#include "ashby/webhook/signature.hpp"

#include <openssl/crypto.h>
#include <openssl/hmac.h>

#include <algorithm>
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

std::vector<std::string_view> signaturesIn(std::span<const integration::Header> headers) {
  constexpr std::string_view kBlanks = " \t";
  std::vector<std::string_view> signatures;
  for (const integration::Header& header : headers) {
    if (!integration::findHeader({&header, 1}, "Ashby-Signature")) continue;
    std::string_view rest = header.value;
    for (bool more = true; more;) {
      const std::size_t comma = rest.find(',');
      more = comma != std::string_view::npos;
      std::string_view part = rest.substr(0, comma);
      rest = more ? rest.substr(comma + 1) : std::string_view();
      part.remove_prefix(std::min(part.find_first_not_of(kBlanks), part.size()));
      part.remove_suffix(part.size() - (part.find_last_not_of(kBlanks) + 1));
      signatures.push_back(part);
    }
  }
  return signatures;
}

void wipe(std::vector<std::string>& secrets) {
  for (std::string& secret : secrets) OPENSSL_cleanse(secret.data(), secret.size());
  secrets.clear();
}

}  // namespace ashby
