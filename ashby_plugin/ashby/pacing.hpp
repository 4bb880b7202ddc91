// How fast Ashby may be asked: by its x-ratelimit headers, 1,000 calls a minute where they are absent.
// Sources: x-ratelimit-* seen on every live answer, the format of -reset undocumented; Retry-After honoured
// if present.
#pragma once

#include <cstdint>
#include <mutex>
#include <span>

#include "integration/http.hpp"

namespace ashby {

// Thread-safe; a hint in memory that may be lost at any time.
class Pacer {
 public:
  static constexpr std::int64_t kWindowMs = 60000;
  static constexpr std::int64_t kDefaultLimit = 1000;

  // When `calls` more may be made: now, or the time to wait for. Unix ms.
  std::int64_t readyAt(std::int64_t now, std::int64_t calls) const;
  void sent(std::int64_t now, std::int64_t calls);
  void learn(std::int64_t now, std::span<const integration::Header> headers);

 private:
  mutable std::mutex mutex_;
  std::int64_t windowEndsAt_ = 0;
  std::int64_t limit_ = kDefaultLimit;  // of a window, as the headers tell
  std::int64_t remaining_ = kDefaultLimit;
};

// Retry-After in seconds or as a date; nullopt if it is absent or neither. At most an hour. Milliseconds.
std::optional<std::int64_t> retryAfter(std::int64_t now, std::span<const integration::Header> headers);

}  // namespace ashby
