// Points in time as this contract writes them: Unix milliseconds inside, "2026-11-23T10:00:00.000Z" in JSON.
// Calendar dates ("2027-01-04") have no zone and are never turned into points in time, except by startOfDay.
#pragma once

#include <charconv>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>

namespace integration {

namespace detail {
// Exactly `digits` decimal digits at `at`.
inline std::optional<int> digitsAt(std::string_view text, std::size_t at, std::size_t digits) {
  if (text.size() < at + digits) return std::nullopt;
  int value = 0;
  for (char c : text.substr(at, digits)) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}
}  // namespace detail

// "2027-01-04" where it is a day of the calendar; no other form.
inline std::optional<std::chrono::year_month_day> parseDate(std::string_view text) {
  const auto year = detail::digitsAt(text, 0, 4), month = detail::digitsAt(text, 5, 2),
             day = detail::digitsAt(text, 8, 2);
  if (text.size() != 10 || !year || !month || !day || text[4] != '-' || text[7] != '-') return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(*year),
                                         std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  return date.ok() ? std::optional(date) : std::nullopt;
}

inline std::int64_t startOfDay(std::chrono::year_month_day date) {
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::sys_days(date).time_since_epoch())
      .count();
}

inline std::string formatDate(std::int64_t unixMs) {
  using std::chrono::milliseconds;
  const auto day =
      std::chrono::floor<std::chrono::days>(std::chrono::sys_time<milliseconds>(milliseconds(unixMs)));
  const std::chrono::year_month_day date(day);
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return text;
}

inline std::string formatTime(std::int64_t unixMs) {
  const auto inDay = static_cast<int>(((unixMs % 86400000) + 86400000) % 86400000);
  char text[32];
  std::snprintf(text, sizeof text, "T%02d:%02d:%02d.%03dZ", inDay / 3600000, inDay / 60000 % 60,
                inDay / 1000 % 60, inDay % 1000);
  return formatDate(unixMs) + text;
}

// RFC 3339: with or without a fraction, "Z" or an offset. nullopt if it is anything else.
inline std::optional<std::int64_t> parseTime(std::string_view text) {
  const auto date = parseDate(text.substr(0, 10));
  const auto hour = detail::digitsAt(text, 11, 2), minute = detail::digitsAt(text, 14, 2),
             second = detail::digitsAt(text, 17, 2);
  if (!date || !hour || !minute || !second || text[10] != 'T' || text[13] != ':' || text[16] != ':' ||
      *hour > 23 || *minute > 59 || *second > 60)
    return std::nullopt;
  std::int64_t time = startOfDay(*date) + ((*hour * 60 + *minute) * 60 + *second) * 1000LL;
  std::size_t at = 19;
  if (at < text.size() && text[at] == '.') {
    std::int64_t unit = 100;
    for (++at; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, unit /= 10)
      time += (text[at] - '0') * unit;
  }
  const std::string_view zone = text.substr(at);
  if (zone == "Z") return time;
  const auto offsetHour = detail::digitsAt(zone, 1, 2), offsetMinute = detail::digitsAt(zone, 4, 2);
  if (zone.size() != 6 || !offsetHour || !offsetMinute || zone[3] != ':' ||
      (zone[0] != '+' && zone[0] != '-'))
    return std::nullopt;
  const std::int64_t offset = (*offsetHour * 60 + *offsetMinute) * 60000LL;
  return zone[0] == '+' ? time - offset : time + offset;
}

}  // namespace integration
