#include "world/signature.hpp"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>

namespace ashby_simulator {

std::string signatureOf(std::string_view secret, std::string_view body) {
  static constexpr char kHex[] = "0123456789abcdef";
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()),
       reinterpret_cast<const unsigned char*>(body.data()), body.size(), digest.data(), &size);
  std::string value = "sha256=";
  for (unsigned int i = 0; i < size; ++i) {
    value += kHex[digest[i] >> 4];
    value += kHex[digest[i] & 15];
  }
  return value;
}

std::string authorizationOf(const std::string& apiKey) {
  const std::string credentials = apiKey + ":";
  std::string encoded(credentials.size() * 2 + 4, '\0');
  const int length = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(encoded.data()),
                                     reinterpret_cast<const unsigned char*>(credentials.data()),
                                     static_cast<int>(credentials.size()));
  encoded.resize(static_cast<std::size_t>(length));
  return "Basic " + encoded;
}

}  // namespace ashby_simulator
