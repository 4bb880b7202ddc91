// Keeps the plugin within Ashby's rate limit, as its x-ratelimit headers tell it.
// Source: these headers are on every live answer. The format of x-ratelimit-reset is undocumented.
#pragma once

#include <cstdint>
#include <mutex>
#include <span>

#include "integration/http.hpp"

namespace ashby {

// Counts the calls of the current window of one minute. It is a hint in memory that may be lost at any time.
// All times are Unix ms. Thread-safe.
class Pacer {
 public:
  static constexpr std::int64_t kWindowMs = 60000;
  static constexpr std::int64_t kDefaultLimit = 1000;  // calls a window, if the headers are absent

  // Returns when `calls` more may be made: now, or the end of the window.
  std::int64_t readyAt(std::int64_t now, std::int64_t calls) const;
  // Counts calls that are being made.
  void sent(std::int64_t now, std::int64_t calls);
  // Takes limit, remaining calls and end of the window from the headers of an answer.
  void learn(std::int64_t now, std::span<const integration::Header> headers);

 private:
  mutable std::mutex mutex_;
  std::int64_t windowEndsAt_ = 0;
  std::int64_t limit_ = kDefaultLimit;      // calls a window
  std::int64_t remaining_ = kDefaultLimit;  // calls left in this window
};

// Returns the delay that Retry-After asks for, in milliseconds, at most an hour. The header may hold seconds
// or a date; returns nullopt if it is absent or neither.
std::optional<std::int64_t> retryAfter(std::int64_t now, std::span<const integration::Header> headers);

}  // namespace ashby
