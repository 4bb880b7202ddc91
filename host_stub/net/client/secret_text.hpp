// Text that is wiped when it goes.
#pragma once

#include <openssl/crypto.h>

#include <string>
#include <string_view>

namespace host_stub {

class SecretText {
 public:
  SecretText() = default;
  // Wipes what it is given.
  explicit SecretText(std::string&& text) {
    append(text);
    wipe(text);
  }
  SecretText(SecretText&& other) noexcept {
    text_.swap(other.text_);
    wipe(other.text_);
  }
  SecretText(const SecretText&) = delete;
  SecretText& operator=(const SecretText&) = delete;
  SecretText& operator=(SecretText&&) = delete;
  ~SecretText() { wipe(text_); }

  std::string_view view() const { return text_; }

  void append(std::string_view part) {
    if (part.size() > text_.capacity() - text_.size()) grow(text_.size() + part.size());
    text_.append(part);
  }

  // Overwrites all of its memory and empties it. A short string that was moved or swapped has left bytes
  // behind its end.
  static void wipe(std::string& text) noexcept {
    text.resize(text.capacity());
    OPENSSL_cleanse(text.data(), text.size());
    text.clear();
  }

 private:
  // By hand, since a string that grows by itself leaves its old bytes behind.
  void grow(std::size_t size) {
    std::string larger;
    larger.reserve(2 * size);
    larger.append(text_);
    wipe(text_);
    text_.swap(larger);
  }

  std::string text_;
};

}  // namespace host_stub
