// Encrypts what must not be on the disk in clear, with AES-256-GCM, bound to the place where it is stored.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace host_stub {

// A 256-bit key. Wiped when it goes.
class MasterKey {
 public:
  using Bytes = std::array<std::uint8_t, 32>;

  explicit MasterKey(const Bytes& bytes) : bytes_(bytes) {}
  ~MasterKey();
  MasterKey(const MasterKey&) = delete;
  MasterKey& operator=(const MasterKey&) = delete;

  // nonce (96 random bits), ciphertext, tag (128 bits). place: whatever says where it is kept; needed to open
  // it.
  std::string seal(std::string_view plain, std::string_view place) const;
  // None if the key or the place is another, or a bit has changed.
  std::optional<std::string> open(std::string_view sealed, std::string_view place) const;

 private:
  Bytes bytes_;
};

}  // namespace host_stub
