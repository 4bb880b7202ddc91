// Secrets are wiped from memory after use: bytes are overwritten in a way that the compiler keeps.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace integration {

void wipe(std::span<std::uint8_t> bytes) noexcept;

// Wipes all of its memory, and empties it: a short string that was moved or swapped has left bytes behind its
// end.
void wipe(std::string& text) noexcept;

// A text that is wiped when it goes.
class SecretText {
 public:
  SecretText() = default;
  // Takes the text, and wipes what remains in its place.
  explicit SecretText(std::string&& text) noexcept {
    text_.swap(text);
    wipe(text);
  }
  SecretText(SecretText&& other) noexcept : SecretText(std::move(other.text_)) {}
  SecretText(const SecretText&) = delete;
  SecretText& operator=(const SecretText&) = delete;
  SecretText& operator=(SecretText&&) = delete;
  ~SecretText() { wipe(text_); }

  std::string_view view() const { return text_; }

  void append(std::string_view part);

 private:
  std::string text_;
};

// The values of one secret, wiped when they go.
class SecretTexts {
 public:
  explicit SecretTexts(std::vector<std::string>&& texts) noexcept : texts_(std::move(texts)) {}
  SecretTexts(const SecretTexts&) = delete;
  SecretTexts& operator=(const SecretTexts&) = delete;
  ~SecretTexts() {
    for (std::string& text : texts_) wipe(text);
  }

  std::span<const std::string> all() const { return texts_; }

 private:
  std::vector<std::string> texts_;
};

}  // namespace integration
