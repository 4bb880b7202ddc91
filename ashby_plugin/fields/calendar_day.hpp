// The day in a date or in a timestamp, as it is written there: never converted to another zone.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ashby {

struct WrittenDay {
  std::string day;  // the first ten characters, by their shape only; it may be no day of the calendar
  bool timestamp = false;
  // The time of day isn't midnight and has no local offset, so that the writer's day may have been another. A
  // zero offset in any form ("Z", "+00:00", "-0000", "+00") is UTC, and so is none at all.
  bool elsewhereMaybe = false;
};

// Reads "2027-01-04" and timestamps of ISO 8601 ("2027-01-04T09:00:00.000+01:00"). Returns nullopt for
// anything else.
std::optional<WrittenDay> writtenDay(std::string_view text);

}  // namespace ashby
