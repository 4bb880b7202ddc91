#include "integration/crypto/hash.hpp"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <fstream>
#include <memory>

#include "integration/crypto/hex.hpp"
#include "integration/status.hpp"

namespace integration {
namespace {

void require(bool computed) {
  if (!computed) throw Failure(Code::unavailable, "OpenSSL refuses to compute a hash");
}

}  // namespace

Digest sha256(std::string_view bytes) {
  Digest digest;
  require(EVP_Digest(bytes.data(), bytes.size(), digest.data(), nullptr, EVP_sha256(), nullptr) == 1);
  return digest;
}

Digest hmacSha256(std::string_view key, std::string_view bytes) {
  Digest digest;
  require(HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()),
               reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), digest.data(),
               nullptr) != nullptr);
  return digest;
}

std::string sha256OfFile(const std::filesystem::path& file) {
  const std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
  require(context != nullptr && EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr) == 1);
  std::ifstream in(file, std::ios::binary);
  std::array<char, 64 * 1024> block;
  while (in) {
    in.read(block.data(), block.size());
    require(EVP_DigestUpdate(context.get(), block.data(), static_cast<std::size_t>(in.gcount())) == 1);
  }
  if (!in.eof()) throw Failure(Code::unavailable, file.string() + " can't be read to check its sha256");
  Digest digest;
  require(EVP_DigestFinal_ex(context.get(), digest.data(), nullptr) == 1);
  return toHex(digest);
}

bool equalInConstantTime(std::string_view a, std::string_view b) noexcept {
  return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace integration
