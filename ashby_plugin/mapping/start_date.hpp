// The start date of an offer: a day of the calendar, without a zone.
#pragma once

#include <string>
#include <vector>

#include "ashby/answers.hpp"
#include "integration/status.hpp"

namespace ashby {

struct StartDate {
  Text date;
  std::vector<integration::Issue> issues;
};

// Ashby's reference calls it a date-time, live it is "2027-01-04": of a timestamp the day as written in its
// own offset. What is no day, or of no year from 2000 to 2099, is flagged and not imported; a day that may
// have been shifted before it came (a time in UTC that isn't midnight) is imported and flagged.
StartDate readStartDate(const std::string& text);

}  // namespace ashby
