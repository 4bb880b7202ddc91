// The start date of an offer: a day of the calendar, without a zone.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "integration/new_hire.hpp"
#include "integration/status.hpp"

namespace ashby {

using integration::Text;

struct StartDate {
  Text date;
  std::vector<integration::Issue> issues;
};

// Reads a start date. Ashby's reference calls it a date-time, but live it is "2027-01-04". Of a timestamp,
// takes the day as written in its own offset. A text that is no day, or of no year from 2000 to 2099, is
// flagged and not imported. A day that may have been shifted is imported and flagged: its time isn't midnight
// and has no local offset.
// text: as Ashby has it, of an offer or of a custom field, never cut before.
StartDate readStartDate(const std::string& text);

// Returns an issue if the day is over a year before the person was hired, or over two years later. It may be
// an old record that was moved into Ashby, or a typing mistake. date: YYYY-MM-DD. hiredAt: Unix ms; nullopt
// if unknown, which raises no issue.
std::optional<integration::Issue> farStartIssue(const std::string& date, std::optional<std::int64_t> hiredAt);

}  // namespace ashby
