#include "fields/start_date.hpp"

#include "fields/calendar_day.hpp"
#include "fields/clean_text.hpp"
#include "integration/time.hpp"

namespace ashby {
namespace {

constexpr const char* kPath = "employmentStartDate";
constexpr std::chrono::year kFirst(2000), kLast(2099);

}  // namespace

StartDate readStartDate(const std::string& text) {
  const std::string clean = cleanText(text);
  if (clean.empty()) return {std::nullopt, {{kPath, "missing", "There is no start date"}}};
  const auto written = writtenDay(clean);
  if (!written)
    return {std::nullopt, {{kPath, "invalid", "The start date is written in a form that isn't understood"}}};
  const auto date = integration::parseDate(written->day);
  if (!date) return {std::nullopt, {{kPath, "invalid", "The start date is no day of the calendar"}}};
  if (date->year() < kFirst || date->year() > kLast)
    return {std::nullopt, {{kPath, "implausible", "The start date is in an implausible year"}}};
  if (written->elsewhereMaybe)
    return {written->day,
            {{kPath, "uncertain", "The start date came with a time of day: check that it is this day"}}};
  return {written->day, {}};
}

std::optional<integration::Issue> farStartIssue(const std::string& date,
                                                std::optional<std::int64_t> hiredAt) {
  using std::chrono::years, std::chrono::sys_days;
  const auto start = integration::parseDate(date),
             day = hiredAt ? integration::parseDate(integration::formatDate(*hiredAt)) : std::nullopt;
  if (!start || !day) return std::nullopt;
  const std::chrono::year_month_day hired = *day;
  // A 29 February in another year counts as 1 March.
  if (sys_days(*start) < sys_days(hired - years(1)))
    return integration::Issue{kPath, "implausible",
                              "The start date is more than a year before the hire: check it"};
  if (sys_days(*start) > sys_days(hired + years(2)))
    return integration::Issue{kPath, "implausible",
                              "The start date is more than two years after the hire: check it"};
  return std::nullopt;
}

}  // namespace ashby
