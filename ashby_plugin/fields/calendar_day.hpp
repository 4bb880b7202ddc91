// The day in a date or in a timestamp, as it is written there: never converted to another zone.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ashby {

// day: its first ten characters, by their shape only; it may be no day of the calendar.
// elsewhereMaybe: a time of day that isn't midnight and comes without a local offset, so that the writer's
// day may have been another. Every way of writing a zero offset ("Z", "+00:00", "-0000", "+00") and none at
// all is UTC.
struct WrittenDay {
  std::string day;
  bool timestamp = false, elsewhereMaybe = false;
};

// Takes "2027-01-04" and timestamps of ISO 8601 ("2027-01-04T09:00:00.000+01:00"); nullopt for anything else.
std::optional<WrittenDay> writtenDay(std::string_view text);

}  // namespace ashby
