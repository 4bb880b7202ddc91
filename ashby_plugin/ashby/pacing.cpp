#include "ashby/pacing.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <optional>
#include <string_view>

#include "integration/time.hpp"

namespace ashby {
namespace {

constexpr std::int64_t kLongestRetryMs = 3600000;
constexpr std::int64_t kHighestLimit = 1000000;  // what is told beyond it is as good as none

std::optional<std::int64_t> number(std::optional<std::string_view> text) {
  if (!text) return std::nullopt;
  while (!text->empty() && text->front() == ' ') text->remove_prefix(1);
  while (!text->empty() && text->back() == ' ') text->remove_suffix(1);
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), value);
  if (error != std::errc() || end != text->data() + text->size() || value < 0) return std::nullopt;
  return value;
}

// "Sun, 06 Nov 1994 08:49:37 GMT" (RFC 9110, the one form that senders may make).
std::optional<std::int64_t> httpDate(std::string_view text) {
  static constexpr std::string_view kMonths = "JanFebMarAprMayJunJulAugSepOctNovDec";
  if (text.size() != 29 || text.substr(3, 2) != ", " || text.substr(25) != " GMT") return std::nullopt;
  const std::size_t month = kMonths.find(text.substr(8, 3));
  if (month == std::string_view::npos || month % 3 != 0) return std::nullopt;
  std::string iso = std::string(text.substr(12, 4)) + "-00-" + std::string(text.substr(5, 2)) + "T" +
                    std::string(text.substr(17, 8)) + "Z";
  iso[5] = static_cast<char>('0' + (month / 3 + 1) / 10);
  iso[6] = static_cast<char>('0' + (month / 3 + 1) % 10);
  return integration::parseTime(iso);
}

}  // namespace

std::int64_t Pacer::readyAt(std::int64_t now, std::int64_t calls) const {
  std::lock_guard lock(mutex_);
  // A clock that was set back must not leave the window far ahead.
  const bool over = now >= windowEndsAt_ || windowEndsAt_ - now > kWindowMs;
  return over || remaining_ >= calls ? now : windowEndsAt_;
}

void Pacer::sent(std::int64_t now, std::int64_t calls) {
  std::lock_guard lock(mutex_);
  if (now >= windowEndsAt_ || windowEndsAt_ - now > kWindowMs) {
    windowEndsAt_ = now + kWindowMs;
    remaining_ = limit_;
  }
  remaining_ = std::max<std::int64_t>(0, remaining_ - calls);
}

void Pacer::learn(std::int64_t now, std::span<const integration::Header> headers) {
  const auto remaining = number(integration::findHeader(headers, "x-ratelimit-remaining"));
  if (!remaining) return;
  std::lock_guard lock(mutex_);
  if (const auto limit = number(integration::findHeader(headers, "x-ratelimit-limit")); limit && *limit > 0) {
    const std::int64_t believed = std::min(*limit, kHighestLimit);
    remaining_ = std::max<std::int64_t>(0, remaining_ + believed - limit_);
    limit_ = believed;
  }
  // Answers of one batch arrive in any order: the lowest figure of a window is the latest.
  remaining_ = std::min(remaining_, *remaining);
  if (auto reset = number(integration::findHeader(headers, "x-ratelimit-reset"))) {
    const std::int64_t at = *reset > 100000000000 ? *reset
                            : *reset > 1000000000 ? *reset * 1000
                                                  : now + *reset * 1000;
    windowEndsAt_ = std::clamp(at, now, now + kWindowMs);
    if (windowEndsAt_ == now) remaining_ = *remaining;
  }
}

std::optional<std::int64_t> retryAfter(std::int64_t now, std::span<const integration::Header> headers) {
  const auto text = integration::findHeader(headers, "Retry-After");
  if (const auto seconds = number(text)) return std::min(*seconds, kLongestRetryMs / 1000) * 1000;
  const auto date = text ? httpDate(*text) : std::nullopt;
  return date ? std::optional(std::clamp<std::int64_t>(*date - now, 0, kLongestRetryMs)) : std::nullopt;
}

}  // namespace ashby
