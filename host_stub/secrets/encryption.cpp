#include "secrets/encryption.hpp"

#include <openssl/evp.h>

#include <memory>

#include "integration/crypto/secret_text.hpp"
#include "integration/status.hpp"
#include "storage/random.hpp"

namespace host_stub {
namespace {

constexpr std::size_t kNonce = 12, kTag = 16;

using Cipher = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

unsigned char* bytes(std::string& text) {
  return reinterpret_cast<unsigned char*>(text.data());
}
const unsigned char* bytes(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

// GCM gives as many bytes as it takes, so no call here needs its out-length.
bool update(EVP_CIPHER_CTX* cipher, unsigned char* out, std::string_view in) {
  int written = 0;
  return EVP_CipherUpdate(cipher, out, &written, bytes(in), static_cast<int>(in.size())) == 1;
}

}  // namespace

MasterKey::~MasterKey() {
  integration::wipe(bytes_);
}

std::string MasterKey::seal(std::string_view plain, std::string_view place) const {
  std::string sealed(kNonce + plain.size() + kTag, '\0');
  fillRandom({bytes(sealed), kNonce});
  const Cipher cipher(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
  int written = 0;
  unsigned char none[16];
  const bool done =
      cipher &&
      EVP_CipherInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, bytes_.data(), bytes(sealed), 1) == 1 &&
      update(cipher.get(), nullptr, place) && update(cipher.get(), bytes(sealed) + kNonce, plain) &&
      EVP_CipherFinal_ex(cipher.get(), none, &written) == 1 &&
      EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, kTag, bytes(sealed) + kNonce + plain.size()) ==
          1;
  if (!done) throw integration::Failure(integration::Code::internal, "OpenSSL refuses to seal a secret");
  return sealed;
}

std::optional<std::string> MasterKey::open(std::string_view sealed, std::string_view place) const {
  if (sealed.size() < kNonce + kTag) return std::nullopt;
  const std::size_t size = sealed.size() - kNonce - kTag;
  std::string plain(size, '\0');
  std::string tag(sealed.substr(kNonce + size));
  const Cipher cipher(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
  int written = 0;
  unsigned char none[16];
  const bool done =
      cipher &&
      EVP_CipherInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, bytes_.data(), bytes(sealed), 0) == 1 &&
      EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, kTag, tag.data()) == 1 &&
      update(cipher.get(), nullptr, place) &&
      update(cipher.get(), bytes(plain), sealed.substr(kNonce, size)) &&
      EVP_CipherFinal_ex(cipher.get(), none, &written) == 1;
  if (done) return plain;
  integration::wipe(plain);  // decrypted, but not authentic
  return std::nullopt;
}

}  // namespace host_stub
