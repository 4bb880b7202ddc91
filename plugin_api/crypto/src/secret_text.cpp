#include "integration/crypto/secret_text.hpp"

#include <openssl/crypto.h>

namespace integration {

void wipe(std::span<std::uint8_t> bytes) noexcept {
  OPENSSL_cleanse(bytes.data(), bytes.size());
}

void wipe(std::string& text) noexcept {
  text.resize(text.capacity());
  OPENSSL_cleanse(text.data(), text.size());
  text.clear();
}

// A string that grows by itself leaves its old bytes behind.
void SecretText::append(std::string_view part) {
  const std::size_t size = text_.size() + part.size();
  if (size > text_.capacity()) {
    std::string larger;
    larger.reserve(2 * size);
    larger.append(text_);
    wipe(text_);
    text_.swap(larger);
  }
  text_.append(part);
}

}  // namespace integration
