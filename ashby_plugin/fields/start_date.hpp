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

// Ashby's reference calls it a date-time, live it is "2027-01-04": of a timestamp the day as written in its
// own offset. text: as Ashby has it, of an offer or of a custom field, never cut before. A text that is no
// day, or of no year from 2000 to 2099, is flagged and not imported; a day that may have been shifted before
// it came (a time that isn't midnight, without a local offset) is imported and flagged.
StartDate readStartDate(const std::string& text);

// Returns an issue if the day is more than a year before the person was hired or more than two years later:
// an old record that was moved into Ashby, or a slip of the keyboard. date: YYYY-MM-DD. hiredAt: Unix ms,
// null if unknown, which raises no issue.
std::optional<integration::Issue> farStartIssue(const std::string& date, std::optional<std::int64_t> hiredAt);

}  // namespace ashby
