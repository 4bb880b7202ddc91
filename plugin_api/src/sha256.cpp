#include "sha256.hpp"

#include <openssl/evp.h>

#include <array>
#include <fstream>
#include <memory>

#include "integration/status.hpp"

namespace integration {

std::string sha256OfFile(const std::filesystem::path& file) {
  const std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
  bool ok = context != nullptr && EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr) == 1;
  std::ifstream in(file, std::ios::binary);
  ok = ok && in.is_open();
  std::array<char, 64 * 1024> block;
  while (ok && in) {
    in.read(block.data(), block.size());
    ok = EVP_DigestUpdate(context.get(), block.data(), static_cast<std::size_t>(in.gcount())) == 1;
  }
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest;
  unsigned int length = 0;
  ok = ok && in.eof() && EVP_DigestFinal_ex(context.get(), digest.data(), &length) == 1;
  if (!ok) throw Failure(Code::unavailable, file.string() + " can't be read to check its sha256");

  std::string hex;
  for (unsigned int i = 0; i < length; ++i) {
    constexpr char kDigits[] = "0123456789abcdef";
    hex += kDigits[digest[i] >> 4];
    hex += kDigits[digest[i] & 15];
  }
  return hex;
}

}  // namespace integration
